import type { ValuesOf } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Where } from './where.ts';

/** When an automation starts. */
export type Trigger<Name extends ObjectName> =
  | { readonly on: 'created' | 'updated' | 'deleted'; readonly fields?: readonly string[] }
  | {
      readonly on: 'time';
      readonly field: keyof ValuesOf<Name> & string /** Seconds after (negative: before) the field's time. */;
      readonly offset: number;
      /** Also when its time passed long ago; usually what is long over is let go. */
      readonly however?: 'late';
    };

/** One step; steps run in order, and a run survives a restart wherever it is. */
export type Step = Doing & {
  /** By which a run under way finds its place again when the steps have changed; declared ones are counted. */
  readonly key?: string;
};

type Doing =
  | {
      readonly do: 'update';
      /** The reference that names the record to change, the record itself when absent; nothing happens when it is empty. */
      readonly through?: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | { readonly do: 'create'; readonly object: ObjectName; readonly values: Readonly<Record<string, unknown>> }
  | { readonly do: 'action'; readonly action: string; readonly input?: Readonly<Record<string, unknown>> }
  | {
      readonly do: 'notify';
      /** Name of the kind. */
      readonly kind: string;
      /** The person or people to tell, as a step value, or `$administrators`, or the `$followers` of a record; nobody is told what he did himself, or twice by one run. */
      readonly to: string | readonly string[];
      /** In words of the company's own, in which `{path}` is what the reader may see of the record. */
      readonly says?: string;
      /** What the followers follow, as a step value. */
      readonly of?: string;
      /** The person or people whom something else tells, as a step value. */
      readonly except?: string;
    }
  | {
      /** Writes to a person outside, where the ledger of permissions allows it for the purpose; else the audit says why not. */
      readonly do: 'mail';
      /** The reference that names the person, the record itself when absent; nothing happens when it is empty. */
      readonly through?: string;
      /** The field of his record with the address. */
      readonly address: string;
      readonly purpose: string;
      readonly subject: string;
      readonly text: string;
    }
  | {
      /** Brings those who are invited in line with who is to take part, and with what they were told. */
      readonly do: 'keepGuests';
    }
  | {
      /** Writes to somebody who is invited what is so now: that he is, what has changed, or that it is called off. */
      readonly do: 'writeToGuest';
    }
  | { readonly do: 'wait'; readonly seconds: number }
  | {
      /** Goes one of two ways, by whether the condition holds of the record when it comes here, and then on with what follows. */
      readonly do: 'branch';
      readonly where: Readonly<Record<string, unknown>>;
      /** What is done where it holds. */
      readonly steps: readonly Step[];
      readonly otherwise?: readonly Step[];
    }
  | Loop
  | Call;

/**
 * Tells a program of the record by a webhook of the company's, as its person sees it, and goes on when it is taken; what
 * it answers may be put into fields of the record, for later steps to use.
 */
export interface Call {
  readonly do: 'call';
  /** The id of the webhook. */
  readonly webhook: string;
  /** Paths of the record that are sent. */
  readonly fields: readonly string[];
  /** Fields of the record with where in the answer their values are: `data.score`. */
  readonly fills?: Readonly<Record<string, string>>;
}

/**
 * Goes over records and does steps for each of them: in these `$record` is the one it is at, and `$start` the one for
 * which the automation runs. The records are those found when it begins, in this order.
 */
export interface Loop {
  readonly do: 'forEach';
  readonly object: ObjectName;
  /** What fields of these records must hold, as step values: none is found where one of the values is empty. */
  readonly matching: Readonly<Record<string, unknown>>;
  readonly where?: Readonly<Record<string, unknown>>;
  /** `-amount,name` */
  readonly sort?: string;
  /** Of more than so many the first are taken, and the run says how many there were. */
  readonly limit: number;
  readonly steps: readonly Step[];
}

/** A step that does something by itself. */
export type Deed = Exclude<Step, { readonly do: 'branch' | 'forEach' | 'call' }>;

/**
 * What follows: when something happens to a record and the condition holds, do the steps. In step values, a string
 * `$record.field` takes the record's value, `$start.field` within a loop that of the record it started from, `$actor` the person on whose account the automation runs, `$now` the time,
 * `$today+7` a day that is so many days away, and `$text:Call {name}` a text with values of the record in it; text that
 * itself begins with a dollar is written with two.
 */
export interface Automation<Name extends ObjectName = ObjectName> {
  /** `module.name`; entries in the log that the automation causes carry it. */
  readonly name: string;
  /** What those who drew it call it; one that is declared is named in the locale files. */
  readonly label?: string;
  readonly object: Name;
  /** The instant since which it is as it is: times in records that came before are let go. */
  readonly since?: string;
  readonly when: Trigger<Name>;
  readonly where?: Where<Name>;
  readonly steps: readonly Step[];
}

export function defineAutomation<const Name extends ObjectName>(automation: Automation<Name>): Automation {
  return Object.freeze(automation) as unknown as Automation;
}
