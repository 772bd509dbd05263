import type { Expression, FunctionName } from './expression.ts';

/** What a tree reads that another record, another reader or another hour would answer otherwise; undefined for none. */
export function unsteadyPart(tree: Expression, isStored: (path: string) => boolean): string | undefined {
  switch (tree.node) {
    case 'literal':
      return undefined;
    case 'path':
      return isStored(tree.path) ? undefined : tree.path;
    case 'given':
      return tree.name;
    case 'related':
      return tree.object;
    case 'call':
      if (!steady.has(tree.call)) return tree.call;
      return tree.inputs.map((input) => unsteadyPart(input, isStored)).find((part) => part !== undefined);
  }
}

/** Functions whose value follows from their inputs alone, as PostgreSQL knows it too. */
const steady: ReadonlySet<FunctionName> = new Set([
  ...(['and', 'or', 'not', 'eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'isNull', 'has'] as const),
  ...(['contains', 'startsWith', 'add', 'subtract', 'multiply', 'divide', 'round'] as const),
  ...(['currency', 'coalesce', 'if', 'daysBetween', 'endsWith', 'least', 'greatest'] as const),
  ...(['absolute', 'floor', 'ceiling', 'remainder', 'length', 'left', 'right', 'middle'] as const),
  ...(['upper', 'lower', 'trim', 'replace', 'year', 'quarter', 'month', 'week', 'day'] as const),
  ...(['weekday', 'addDays', 'addMonths', 'addYears', 'yearsBetween', 'startOf', 'endOf'] as const),
  ...(['hoursBetween', 'sign', 'power', 'squareRoot', 'position', 'repeat', 'splitPart', 'filled'] as const),
]);
