import type { FieldTypeName, SearchKind } from '../field/field.ts';

/** What can be chosen about an added field of a type. */
export interface TypeSettings {
  readonly unique?: true;
  /** How its text is found, when the company wants it found. */
  readonly search?: SearchKind;
  readonly choices?: true;
  /** Points to one object that the definition names. */
  readonly target?: true;
  /** Decimal places unless told. */
  readonly scale?: number;
  /** The most characters that a definition may allow. */
  readonly longest?: number;
  /** Not filled in by people: neither required nor with a default. */
  readonly computed?: true;
  readonly required?: false;
  readonly default?: false;
}

/** By type; a type that is not here cannot be added at run time. */
export const typeSettings: Partial<Readonly<Record<FieldTypeName, TypeSettings>>> = {
  text: { unique: true, search: 'text', longest: 255 },
  longText: { search: 'text', longest: 100_000 },
  richText: { search: 'text' },
  choice: { choices: true },
  multiChoice: { choices: true },
  boolean: {},
  integer: { unique: true },
  decimal: { scale: 2 },
  money: {},
  percent: { scale: 2 },
  duration: {},
  date: { unique: true },
  dateTime: {},
  reference: { target: true, unique: true, default: false },
  manyToMany: { target: true, required: false, default: false },
  regarding: { default: false },
  user: { unique: true },
  email: { unique: true, search: 'text' },
  phone: { unique: true, search: 'digits' },
  url: { unique: true, search: 'text' },
  address: { default: false },
  location: { default: false },
  autoNumber: { computed: true },
  rollup: { computed: true },
  formula: { computed: true, scale: 2 },
  file: { default: false },
  json: {},
};
