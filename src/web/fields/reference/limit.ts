import type { Values } from '../field-props.ts';
import { asTarget } from './target.ts';

/**
 * Fills a field's limiting condition from the record being edited: `"$account"` becomes that field's id or value.
 * A condition on a field that is still empty does not limit.
 */
export function resolveLimit(limit: unknown, record: Values | undefined): unknown {
  if (typeof limit !== 'object' || limit === null) return undefined;
  const filled = fill(limit, record ?? {});
  return filled !== null && typeof filled === 'object' && Object.keys(filled).length > 0 ? filled : undefined;
}

function fill(node: unknown, record: Values): unknown {
  if (typeof node === 'string' && node.startsWith('$')) return given(record[node.slice(1)]);
  if (Array.isArray(node)) return node.map((each) => fill(each, record)).filter(isPresent);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, each]) => [key, fill(each, record)] as const);
  const kept = entries.filter(([, each]) => isPresent(each));
  return kept.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(kept);
}

function given(value: unknown): unknown {
  return asTarget('', value)?.id ?? (value === null ? undefined : value);
}

function isPresent(value: unknown): boolean {
  return value !== undefined;
}
