/** A single value that became another one, with the names that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** What differs between two values, part by part; what was taken out has no value any more. */
export function changedLeaves(before: unknown, after: unknown, path: readonly string[]): readonly Leaf[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isGroup(after)) return [{ path, value: after }];
  const earlier = isGroup(before) ? before : {};
  const names = new Set([...Object.keys(earlier), ...Object.keys(after)]);
  return [...names].flatMap((name) => changedLeaves(earlier[name], after[name], [...path, name]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
