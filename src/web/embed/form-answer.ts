import type { KeptAnswer as Kept, OfferedTimes } from '#kernel/public-form.ts';

/** A form as the server describes it. */
export interface ShownForm {
  readonly language: Language;
  /** It can be had in the other language as well. */
  readonly switchable: boolean;
  readonly title: string | null;
  readonly introduction: string | null;
  readonly button: string | null;
  readonly fields: readonly AskedField[];
  readonly agreements: readonly AskedAgreement[];
  readonly challenge: Challenge;
  /** Where a time is to be chosen, those that can be. */
  readonly times?: OfferedTimes;
}

export type Language = 'en' | 'zh-CN';

/** What somebody has answered, as he finds it when he comes back. */
export interface KeptAnswer extends Kept {
  readonly language: Language;
  /** Those to which it can be moved. */
  readonly times?: OfferedTimes;
}

export interface AskedAgreement {
  readonly key: string;
  readonly text: string;
  readonly required: boolean;
}

export interface AskedField {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export interface Challenge {
  readonly token: string;
  readonly nonce: string;
  readonly bits: number;
  readonly least: number;
  readonly most: number;
}

/** What comes back when the answer was taken. */
export interface Thanks {
  readonly thanks: string | null;
  readonly redirect: string | null;
  /** Where to come back to the answer, where one can. */
  readonly back?: string;
}

/** What the server complains of. */
export interface Problem {
  readonly title?: string;
  readonly status?: number;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}
