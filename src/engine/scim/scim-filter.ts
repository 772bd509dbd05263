import { type Filter, parse } from 'scim2-parse-filter';
import { ScimError } from './scim-error.ts';

/** Which field of the records an attribute of SCIM is; `external` is kept apart. */
export type AttributeFields = Readonly<Record<string, string>>;

/** A condition on records, with what is asked of the names that the other system gave. */
export interface ScimCondition {
  readonly where: unknown;
  /** The record must have this name; no other place than at the top is understood. */
  readonly externalId?: string;
}

const operators: Readonly<Record<string, string>> = {
  ...{ eq: 'eq', ne: 'ne', co: 'contains', sw: 'startsWith', gt: 'gt', ge: 'gte', lt: 'lt', le: 'lte' },
};

/** Reads a filter (RFC 7644 §3.4.2.2) as a condition on records. */
export function readFilter(text: string | undefined, fields: AttributeFields): ScimCondition {
  if (text === undefined || text.trim() === '') return { where: {} };
  let filter: Filter;
  try {
    filter = parse(text);
  } catch {
    throw new ScimError(400, 'The filter cannot be read.', 'invalidFilter');
  }
  const parts = filter.op === 'and' ? (filter as { filters: Filter[] }).filters : [filter];
  const named = parts.find(isExternal);
  const rest = parts.filter((part) => part !== named).map((part) => conditionOf(part, fields));
  return {
    where: rest.length === 0 ? {} : { and: rest },
    ...(named !== undefined && { externalId: String((named as { compValue?: unknown }).compValue) }),
  };
}

function isExternal(filter: Filter): boolean {
  return filter.op === 'eq' && (filter as { attrPath: string }).attrPath.toLowerCase() === 'externalid';
}

function conditionOf(filter: Filter, fields: AttributeFields): unknown {
  if (filter.op === 'and' || filter.op === 'or') {
    const { filters } = filter as { filters: Filter[] };
    return { [filter.op]: filters.map((part) => conditionOf(part, fields)) };
  }
  if (filter.op === 'not') return { not: conditionOf((filter as { filter: Filter }).filter, fields) };
  const { attrPath = '', compValue } = filter as { attrPath?: string; compValue?: unknown };
  const field = fields[attrPath.toLowerCase().replace(/^urn:.*:(?=[^:]+$)/, '')];
  if (field === undefined || filter.op === '[]')
    throw new ScimError(400, `Nothing is filtered by ${attrPath || filter.op}.`, 'invalidFilter');
  if (filter.op === 'pr') return { [field]: { isNull: false } };
  const operator = operators[filter.op];
  if (operator === undefined)
    throw new ScimError(400, `The operator ${filter.op} is not known here.`, 'invalidFilter');
  // User names are compared whatever their case, and kept in lower case.
  const value = field === 'email' ? String(compValue).toLowerCase() : compValue;
  return { [field]: { [operator]: value } };
}
