import { type Limits, type Measure, measures } from '#kernel/taking-limits.ts';

/** Somebody of whom it is known that he leaves, and how many records a day he was allowed to export all the same. */
export interface Leaving {
  readonly exportsPerDay: number | null;
}

interface Rules {
  readonly everyone: Limits;
  readonly roles: Readonly<Record<string, Limits>>;
  readonly leaving: Limits;
}

/** What applies to a person: the widest that his roles give him, and where he leaves never more than is set for those who do. */
export function limitsOf(rules: Rules, roles: readonly string[], leaving: Leaving | null): Limits {
  const own = roles.flatMap((role) => rules.roles[role] ?? []);
  const usual = each((measure) =>
    widest((own.length > 0 ? own : [rules.everyone]).map((one) => one[measure])),
  );
  if (leaving === null) return usual;
  const reduced = each((measure) => narrowest(usual[measure], rules.leaving[measure]));
  const { exportsPerDay } = leaving;
  if (exportsPerDay === null) return reduced;
  return { ...reduced, exportedAtOnce: exportsPerDay, exportedPerDay: exportsPerDay };
}

function each(limitOf: (measure: Measure) => number | null): Limits {
  return Object.fromEntries(measures.map((measure) => [measure, limitOf(measure)])) as Record<
    Measure,
    number | null
  >;
}

function widest(limits: readonly (number | null)[]): number | null {
  return limits.reduce((one, other) => (one === null || other === null ? null : Math.max(one, other)));
}

function narrowest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
