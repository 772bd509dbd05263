import type { Card } from './card.ts';
import type { Field } from './field/field.ts';
import type { FieldRule } from './field-rule.ts';
import type { Fields } from './fields.ts';
import type { Likeness } from './likeness.ts';
import type { Extensions, ObjectName, Objects } from './object-name.ts';
import type { Occurs } from './occurs.ts';
import type { Personal } from './personal.ts';
import type { Purpose } from './purpose.ts';
import type { Intersection, Trait, TraitFields } from './trait.ts';
import type { United } from './union.ts';

/** What is known: one kind of record. See docs/architecture.md for what follows from a declaration. */
export interface ObjectDeclaration<Name extends string = string, Own extends Fields = Fields> {
  readonly name: Name;
  /** An icon of the kit, by its Tabler name. */
  readonly icon: string;
  /** The field that names a record to people; `name` unless told. */
  readonly nameField: string;
  readonly fields: Own;
  readonly traits: readonly Trait[];
  /** As in the address: `-createdAt`, `name`. */
  readonly defaultSort: string;
  /** Sets of fields that together are unique among live records. */
  readonly unique: readonly (readonly string[])[];
  /** Stored values that follow from the record's other values; runs at each write, sees what is being changed. */
  readonly derive?: Derive;
  readonly rules: readonly ValidationRule[];
  /** Fields that are shown, required or closed depending on the record. */
  readonly fieldRules: readonly FieldRule[];
  /** Part of another record, whose rights it has: the reference field that names it. */
  readonly partOf?: string;
  /**
   * Orders in which large lists are read, each an index: `['status', '-dueDate']`. One may begin with what another record
   * has, which is then kept beside each record: `['account.owner', '-createdAt']`.
   */
  readonly indexes: readonly (readonly string[])[];
  /** The objects whose records this one shows together, read only. */
  readonly unites?: readonly United[];
  /** What the engine itself uses its records for. */
  readonly purpose?: Purpose;
  /** By which two records are suspected to be one. */
  readonly duplicates: readonly Likeness[];
  /** Short names that the object had before: what is stored under one of them is this object's. */
  readonly formerly: readonly string[];
  /** Written once: nobody changes or deletes a record; the system alone lets it follow what it refers to. */
  readonly appendOnly: boolean;
  /** Raised by the system, which has seen something: nobody makes one by hand, through whichever door. */
  readonly raised: boolean;
  /** What of it tells of a person outside. */
  readonly personal?: Personal;
  /** Which of its fields an electronic business card holds. */
  readonly card?: Card;
  /** When its records take place, who takes part and what is needed. */
  readonly occurs?: Occurs;
  /** Its records say how the product works in a company: they are part of what is set up, and told by names. */
  readonly configures: boolean;
}

/**
 * Given the record as it will be, the names being set and the time, returns further values to set. Pure.
 * Runs after defaults and parsing, before rules.
 */
export type Derive = (
  record: Readonly<Record<string, unknown>>,
  changed: ReadonlySet<string>,
  moment: Moment,
) => Readonly<Record<string, unknown>>;

/** The instant of a write, and the day that it is for the person who writes. */
export interface Moment {
  readonly now: string;
  readonly today: string;
}

/** When the condition holds, the record is refused with `code` at `field`. */
export interface ValidationRule {
  readonly field: string;
  readonly code: string;
  readonly when: Readonly<Record<string, unknown>>;
}

export interface ObjectOptions<Name extends string, Own extends Fields, Traits extends readonly Trait[]> {
  readonly name: Name;
  readonly icon: string;
  readonly nameField?: string;
  readonly fields: Own;
  readonly traits?: Traits;
  readonly defaultSort?: string;
  readonly unique?: readonly (readonly (keyof (Own & TraitFields<Traits>) & string)[])[];
  readonly derive?: Derive;
  readonly rules?: readonly ValidationRule[];
  readonly fieldRules?: readonly FieldRule<keyof (Own & TraitFields<Traits>) & string>[];
  readonly partOf?: keyof Own & string;
  readonly indexes?: readonly (readonly string[])[];
  readonly unites?: readonly United[];
  readonly purpose?: Purpose;
  readonly duplicates?: readonly (Likeness & { readonly field: keyof Own & string })[];
  readonly formerly?: readonly string[];
  readonly appendOnly?: boolean;
  readonly raised?: boolean;
  readonly personal?: Personal<keyof (Own & TraitFields<Traits>) & string>;
  readonly configures?: boolean;
  readonly card?: Card<keyof (Own & TraitFields<Traits>) & string>;
  readonly occurs?: Occurs<keyof (Own & TraitFields<Traits>) & string>;
}

/** Declares an object. Traits add their fields after the object's own. */
export function defineObject<
  const Name extends string,
  Own extends Fields,
  const Traits extends readonly Trait[] = readonly [],
>(options: ObjectOptions<Name, Own, Traits>): ObjectDeclaration<Name, Own & TraitFields<Traits>> {
  const traits: readonly Trait[] = options.traits ?? [];
  const inherited = Object.assign({}, ...traits.map((trait) => trait.fields)) as TraitFields<Traits>;
  return Object.freeze({
    nameField: 'name',
    defaultSort: '-createdAt',
    unique: [],
    rules: [],
    fieldRules: [],
    duplicates: [],
    formerly: [],
    appendOnly: false,
    raised: false,
    configures: false,
    ...options,
    traits,
    indexes: [...(options.indexes ?? []), ...traits.flatMap(({ indexes = [] }) => indexes)],
    fields: Object.freeze({ ...options.fields, ...inherited }) as Own & TraitFields<Traits>,
  });
}

export type FieldsOf<Name extends ObjectName> = OwnFields<Name> & AddedFields<Name>;

type OwnFields<Name extends ObjectName> =
  Objects[Name] extends ObjectDeclaration<string, infer Own> ? Own : never;

/** What other modules add. */
type AddedFields<Name extends ObjectName> = [AddedTo<Name>] extends [never]
  ? unknown
  : Intersection<Extensions[AddedTo<Name>]>;

type AddedTo<Name extends ObjectName> = Extract<keyof Extensions, `${string} ${Name}`>;

/** The value that a field holds. */
export type ValueOf<F> = F extends Field<infer Value, boolean> ? Value : never;

export interface SystemValues {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

/** A record as read: every field present, null where empty. */
export type RecordOf<Name extends ObjectName> = SystemValues & {
  readonly [Key in keyof FieldsOf<Name>]:
    | ValueOf<FieldsOf<Name>[Key]>
    | (FieldsOf<Name>[Key] extends Field<unknown, true> ? never : null);
};

/** Values to write: any subset of the fields. */
export type ValuesOf<Name extends ObjectName> = {
  readonly [Key in keyof FieldsOf<Name>]?: ValueOf<FieldsOf<Name>[Key]> | null;
};

type OwnPath<Name extends ObjectName> = Extract<keyof FieldsOf<Name> | keyof SystemValues, string>;

type ReferencePath<Name extends ObjectName> = {
  [Key in Extract<keyof FieldsOf<Name>, string>]: FieldsOf<Name>[Key] extends {
    readonly target: infer Target extends ObjectName;
  }
    ? `${Key}.${OwnPath<Target>}`
    : FieldsOf<Name>[Key] extends { readonly type: 'user' }
      ? `${Key}.name`
      : never;
}[Extract<keyof FieldsOf<Name>, string>];

/** A field of the object or, after a dot, of the record that one of its references names. */
export type Path<Name extends ObjectName> = OwnPath<Name> | ReferencePath<Name>;
