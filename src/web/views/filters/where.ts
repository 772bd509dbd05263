/** One condition of the reader's, as a chip shows it. */
export interface Filter {
  readonly path: string;
  readonly operator: string;
  readonly value: unknown;
}

/** A condition taken apart: what chips can show, and what they cannot. */
export interface FilterParts {
  readonly filters: readonly Filter[];
  readonly rest: readonly unknown[];
}

type Condition = Readonly<Record<string, unknown>>;

/** Both conditions must hold; an absent one always does. */
export function bothConditions(one: unknown, other: unknown): unknown {
  if (one === undefined || other === undefined) return one ?? other;
  return { and: [one, other] };
}

/** Takes a condition apart. */
export function readFilters(where: unknown): FilterParts {
  if (!isObject(where)) return { filters: [], rest: [] };
  const parts = Object.entries(where).map(([key, value]) => readEntry(key, value));
  return { filters: parts.flatMap(({ filters }) => filters), rest: parts.flatMap(({ rest }) => rest) };
}

/** Puts a condition together; undefined when there is none. */
export function writeFilters({ filters, rest }: FilterParts): unknown {
  const conditions = [...filters.map(toCondition), ...rest];
  if (conditions.length <= 1) return conditions[0];
  const paths = new Set(filters.map(({ path }) => path));
  const flat = rest.length === 0 && paths.size === filters.length;
  return flat ? Object.assign({}, ...conditions) : { and: conditions };
}

function readEntry(key: string, value: unknown): FilterParts {
  if (key === 'and' && Array.isArray(value)) {
    const parts = value.map(readFilters);
    return { filters: parts.flatMap(({ filters }) => filters), rest: parts.flatMap(({ rest }) => rest) };
  }
  if (key === 'and' || key === 'or' || key === 'not') return { filters: [], rest: [{ [key]: value }] };
  if (!isObject(value) || 'object' in value || 'amount' in value) {
    return { filters: [{ path: key, operator: 'eq', value }], rest: [] };
  }
  return {
    filters: Object.entries(value).map(([operator, operand]) => ({ path: key, operator, value: operand })),
    rest: [],
  };
}

function toCondition({ path, operator, value }: Filter): Condition {
  return { [path]: operator === 'eq' ? value : { [operator]: value } };
}

function isObject(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
