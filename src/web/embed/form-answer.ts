/** A form as the server describes it. */
export interface ShownForm {
  readonly language: 'en' | 'zh-CN';
  readonly title: string | null;
  readonly introduction: string | null;
  readonly button: string | null;
  readonly fields: readonly AskedField[];
  readonly agreements: readonly AskedAgreement[];
  readonly challenge: Challenge;
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
}

/** What the server complains of. */
export interface Problem {
  readonly title?: string;
  readonly status?: number;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}
