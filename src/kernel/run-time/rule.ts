import type { Expression } from '../expression/expression.ts';
import type { ValueOf } from '../object.ts';
import type { definesRules } from '../traits/defines-rules.ts';

type Defining = typeof definesRules.fields;

/** A rule as its record says it. */
export type RuleDefinition = { readonly id: string } & {
  readonly [Key in keyof Defining]: ValueOf<Defining[Key]> | null;
};

/** A rule ready to be asked: a record for which the tree holds is refused. */
export interface CompanyRule {
  readonly name: string;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly when: Expression;
  /** The paths that it reads in records which are referred to. */
  readonly beyond: readonly string[];
}

/** Fields whose values stand together in one live record alone, and what is said to who repeats them. */
export interface Together {
  readonly fields: readonly string[];
  /** Only records for which this holds are compared; all where nothing is said. */
  readonly among?: Expression;
  readonly name: string;
  /** Where it is told. */
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}
