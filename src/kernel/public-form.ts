import type { Outcome } from './action.ts';
import type { Decision } from './change.ts';
import type { RecordOf } from './object.ts';
import type { ObjectName } from './object-name.ts';

type Language = 'en' | 'zh-CN';

/**
 * A form that people fill in without signing in, on a page of the product's or on anybody's. Each record of `object`
 * is one such form; what it shows and what becomes of an answer is decided here, all else is the same for every form.
 */
export interface PublicForm<Name extends ObjectName = ObjectName> {
  readonly object: Name;
  /** What a stranger sees; undefined when the form is closed. The language is the form's own or the stranger's. */
  show(form: RecordOf<Name>, language: Language, decision: Decision): Promise<ShownForm | undefined>;
  /** Decides what an answer becomes. It was found to be complete, to be new, and to come from a person. */
  receive(form: RecordOf<Name>, answer: FormAnswer, decision: Decision): Promise<Outcome>;
  /** Where a time is to be chosen: those that can be had now. */
  times?(form: RecordOf<Name>, decision: Decision): Promise<OfferedTimes>;
  /** That people come back to what they have answered, by an address which they alone know. */
  readonly kept?: KeptAnswers<Name>;
}

export interface OfferedTimes {
  /** When it can begin, in order. */
  readonly starts: readonly string[];
  readonly minutes: number;
  /** The clock of whoever offers them. */
  readonly timeZone: string;
}

/** What has become of answers, as far as those who gave them see and change it. */
export interface KeptAnswers<Name extends ObjectName = ObjectName> {
  /** Which of the records of `receive` they come back to. */
  readonly object: ObjectName;
  /** Undefined where there is nothing any more. */
  show(form: RecordOf<Name>, id: string, decision: Decision): Promise<KeptAnswer | undefined>;
  /** The times to which it can be moved. */
  times(form: RecordOf<Name>, id: string, decision: Decision): Promise<OfferedTimes>;
  /** Moves it to another time. */
  move(form: RecordOf<Name>, id: string, time: string, decision: Decision): Promise<Outcome>;
  /** Takes it back. */
  withdraw(form: RecordOf<Name>, id: string, decision: Decision): Promise<Outcome>;
}

export interface KeptAnswer {
  readonly name: string;
  /** With whom, of those who work here. */
  readonly by: string | null;
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The clock of whoever answered. */
  readonly timeZone: string | null;
  /** Whether it still holds, was taken back by one side, or is over. */
  readonly state: 'stands' | 'off' | 'over';
}

export interface ShownForm {
  readonly language: Language;
  readonly title: string | null;
  readonly introduction: string | null;
  /** On the button; a usual word when absent. */
  readonly button: string | null;
  readonly thanks: string | null;
  /** Where to go on after sending. */
  readonly redirect: string | null;
  /** Sites that may show it besides the product itself; `*` is any. */
  readonly origins: readonly string[];
  readonly fields: readonly AskedField[];
  readonly agreements: readonly AskedAgreement[];
  /** The stranger may have it in the other language as well. */
  readonly switchable?: boolean;
}

/** A field of an object, asked for under its own name. */
export interface AskedField {
  readonly object: ObjectName;
  readonly name: string;
  readonly required: boolean;
  /** What it is called here; as the object calls it when absent. */
  readonly label: string | null;
}

export interface AskedAgreement {
  /** Names it in the answer. */
  readonly key: string;
  readonly text: string;
  readonly required: boolean;
}

/** What a stranger sent, checked. */
export interface FormAnswer {
  readonly language: Language;
  /** In their canonical form, null where nothing was filled in. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What the values are called to the stranger, in the form's order. */
  readonly labels: Readonly<Record<string, string>>;
  /** In the words that were shown. */
  readonly agreements: readonly (AskedAgreement & { readonly given: boolean })[];
  /** The time that he chose, where one is to be chosen. */
  readonly time: string | null;
  /** The clock by which he reads times. */
  readonly timeZone: string | null;
  /** The page on which it was filled in, and the one before that. */
  readonly page: string | null;
  readonly referrer: string | null;
  /** By which marks the page's address says what led there: `utm_source` as `source`. */
  readonly marks: Readonly<Record<string, string>>;
  readonly networkAddress: string;
  /** Names the one showing of the form to which this answers. */
  readonly proof: string;
}

export function definePublicForm<const Name extends ObjectName>(form: PublicForm<Name>): PublicForm {
  return Object.freeze(form) as unknown as PublicForm;
}
