import type { Change, Decision } from './change.ts';
import type { Field } from './field/field.ts';
import type { Fields } from './fields.ts';
import type { RecordOf } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Where } from './where.ts';

export type InputOf<Input extends Fields> = {
  readonly [Key in keyof Input]: Input[Key] extends Field<infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | null
    : never;
};

/** What a verb decided: what to write, and what to tell the caller. */
export interface Outcome {
  readonly changes: readonly Change[];
  /** Records to show next, first one first. Names are qualified. */
  readonly records?: readonly { readonly object: string; readonly id: string }[];
  /** A new record that the person is to look over and save himself. The name is qualified. */
  readonly draft?: { readonly object: string; readonly values: Readonly<Record<string, unknown>> };
}

/** What can be done. Runs on one record of `object`, or on none when no object is given. */
export interface Action<Name extends ObjectName = ObjectName, Input extends Fields = Fields> {
  /** `module.verb` */
  readonly name: string;
  readonly object?: Name;
  readonly icon?: string;
  /** For a verb that runs on no record: the object whose list offers it. */
  readonly list?: ObjectName;
  /** The one thing people come to this record to do. */
  readonly primary?: boolean;
  /** Says what it would write before it is run, as it reaches further than the record that it runs on. */
  readonly previewed?: boolean;
  /** Also offered for many chosen records at once; all of them or none. */
  readonly bulk?: boolean;
  readonly input: Input;
  /** Condition on the record under which the verb is offered and accepted. */
  readonly available?: Where<Name>;
  /** Roles that may run it, or everyone who may see the record; everyone who may update it when absent. */
  readonly roles?: readonly string[] | 'everyone';
  /** Decides without writing. Throws `Refusal` when it cannot be done. */
  decide(record: RecordOf<Name>, input: InputOf<Input>, decision: Decision): Promise<Outcome> | Outcome;
}

export function defineAction<const Name extends ObjectName, const Input extends Fields>(
  action: Action<Name, Input>,
): Action {
  return Object.freeze(action) as unknown as Action;
}
