import type { PermissionWish } from '../permission.ts';
import type { DataUse, PersonalKind } from '../personal.ts';

/**
 * A field is plain, frozen data; its type parameter exists only for the compiler.
 * What a field type accepts is in its folder beside this file; how it is stored is the engine's business.
 */

export type FieldTypeName =
  | 'text'
  | 'longText'
  | 'richText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'recurrence'
  | 'duration'
  | 'choice'
  | 'multiChoice'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'location'
  | 'reference'
  | 'manyToMany'
  | 'regarding'
  | 'user'
  | 'autoNumber'
  | 'file'
  | 'json'
  | 'formula'
  | 'rollup';

/** How a field's text is found by search: a person's or company's name, running text, or a run of digits. */
export type SearchKind = 'name' | 'text' | 'digits';

export interface FieldOptions<Value = unknown> {
  readonly required?: boolean;
  /** A condition on the record's own fields under which it must be filled in. */
  readonly requiredWhen?: unknown;
  /** Written by verbs and automations, never by hand. */
  readonly readOnly?: boolean;
  /** Set at creation and never changed. */
  readonly immutable?: boolean;
  /** No two live records of the workspace may hold the same value; importers find records by it. */
  readonly unique?: boolean;
  /** Give the column an index, for fields that people filter or sort by in large objects. */
  readonly indexed?: boolean;
  readonly search?: SearchKind;
  /**
   * Kept encrypted, shown to nobody but one value at a time on request, which the audit notes; found by its exact value
   * alone, neither sorted, grouped nor searched by.
   */
  readonly sealed?: boolean;
  /** What kind of thing it tells of people, where it does. */
  readonly personal?: PersonalKind;
  /** What it is used for, where that differs from what the object says. */
  readonly use?: Partial<DataUse>;
  /** Follows from other changes: kept in the log, not told on the timeline. */
  readonly bookkeeping?: boolean;
  readonly default?: Value | DefaultName;
  /** The sum of parts, kept: written by the engine in the transaction of every change to one of them. */
  readonly total?: Total;
  /** Names that the field had before: what is stored under one of them is this field's. */
  readonly formerly?: readonly string[];
}

/** Defaults that depend on who writes and when. */
export type DefaultName = '$actor' | '$today' | '$now';

export interface Field<Value = unknown, Required extends boolean = boolean> extends FieldOptions<unknown> {
  readonly type: FieldTypeName;
  readonly required: Required;
  readonly maxLength?: number;
  /** Kinds of text file that a person may fill it from, as browsers name them. */
  readonly accept?: string;
  readonly scale?: number;
  /** Digits in groups of three, as amounts are written and years are not; true unless told. */
  readonly grouped?: boolean;
  readonly choices?: readonly ChoiceOption[];
  /** Choices that the modules of the product make up together. */
  readonly listed?: 'roles' | 'objects' | 'owned';
  /** Added by the company at run time: records from before it may lack what it requires. */
  readonly added?: boolean;
  /** The field of addresses that tells this position. */
  readonly from?: string;
  readonly initial?: string;
  readonly transitions?: Readonly<Record<string, readonly string[]>>;
  readonly ends?: readonly string[];
  readonly target?: string;
  readonly targets?: readonly string[];
  /** The trait of the objects that it may lead to, or that they are `discussable`, where no targets are named. */
  readonly having?: string;
  readonly inverse?: string;
  readonly onDelete?: 'restrict' | 'clear' | 'cascade';
  readonly timeline?: boolean;
  /** Following it from record to record never comes back to where it began. */
  readonly acyclic?: boolean;
  /** The object's reference in whose place this one may stand. */
  readonly insteadOf?: string;
  readonly limit?: unknown;
  readonly format?: string;
  /** What in its values names fields. */
  readonly names?: NamesInside;
  readonly result?: FieldTypeName;
  readonly expression?: unknown;
  readonly rollup?: RollupOptions;
  readonly running?: RunningOptions;
  /** Whether the ledger of permissions allows this use of the person. */
  readonly permitted?: PermissionWish;
  /** Never present at run time. */
  readonly valueType?: Value;
}

/**
 * Where a value names fields of an object or choices of them, so that it follows when one of them is called otherwise, and
 * people are told before one of them goes: in a condition on the object that another field of the record tells, as keys
 * for its fields, with what may be chosen in them or not, as settings of a view do, as a roll-up, as topics that programs
 * are told of, in an expression that is written as text, or as types of its records.
 */
export type NamesInside =
  | {
      readonly as:
        | 'condition'
        | 'keys'
        | 'limits'
        | 'offers'
        | 'types'
        | 'view'
        | 'report'
        | 'layout'
        | 'expression'
        | 'paths'
        | 'trigger'
        | 'steps';
      readonly of: string;
    }
  | { readonly as: 'rollup' }
  | { readonly as: 'topics' };

export interface ChoiceOption {
  readonly value: string;
  readonly color: string;
}

export interface RollupOptions {
  /** Qualified name of the object that is counted or summed, and its field that points here. */
  readonly object: string;
  readonly by: string;
  readonly measure: 'count' | 'sum' | 'min' | 'max' | 'avg';
  readonly field?: string;
  readonly where?: unknown;
  /** The object's own reference to what stands above it: children of all records below count too. */
  readonly below?: string;
}

/** The records of another object whose `field` adds up to a kept total: those that refer here by `by`. */
export interface Total {
  /** Qualified name. */
  readonly object: string;
  readonly by: string;
  readonly field: string;
  /** Only records for which this condition holds. */
  readonly where?: Readonly<Record<string, unknown>>;
}

/** What is summed from the first record to the one at hand, among records that have `within` in common. */
export interface RunningOptions {
  readonly of: string;
  readonly within: string;
  /** The date or time that orders them; the record made first comes first within it. */
  readonly along: string;
}

/** Joins what a builder fixes with what its caller chose. */
export function field<Value, Required extends boolean>(
  type: FieldTypeName,
  options: Omit<Partial<Field>, 'type' | 'valueType'>,
): Field<Value, Required> {
  const { search, ...others } = options;
  const kept = options.total && { readOnly: true };
  return Object.freeze({
    ...others,
    ...(options.sealed === true ? { indexed: true } : search !== undefined && { search }),
    ...kept,
    type,
    required: (options.required ?? false) as Required,
  }) as Field<Value, Required>;
}
