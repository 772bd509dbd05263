import type { Circle } from '#kernel/circle.ts';
import type { GrantChange } from './changed-grant.ts';

/** Where somebody stands in the company and what is shared with him, read together with him so that no request asks. */
export interface Standing extends Readonly<Record<Exclude<Circle, 'team'>, readonly string[]>> {
  /** By what shares reach him: his id, those of his teams, departments and territories, and his roles. */
  readonly audiences: readonly string[];
  /** The territories that he serves, with those within them. */
  readonly territories: readonly string[];
  /** Objects of which at least one record is shared with him. */
  readonly shared: readonly string[];
  /** The rules by which records are shared with him. */
  readonly rules: readonly StandingRule[];
  /** What the workspace has changed of what his roles may do. */
  readonly grants: readonly GrantChange[];
}

export interface StandingRule {
  readonly id: string;
  readonly object: string;
  readonly where: unknown;
  readonly access: string;
  /** Whether it assigns to a territory that he serves. */
  readonly territory: boolean;
}

const alike = new WeakMap<Standing, string>();

/** What of somebody's standing stands in the text of statements; the same for all to whom the same rules apply. */
export function shapeOf(standing: Standing | undefined): string {
  if (standing === undefined) return '';
  const known = alike.get(standing) ?? JSON.stringify([standing.shared, standing.rules, standing.grants]);
  alike.set(standing, known);
  return known;
}
