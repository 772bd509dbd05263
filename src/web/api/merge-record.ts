import type { RecordJson } from './record.ts';

type Values = Readonly<Record<string, unknown>>;

function isNested(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';
}

/**
 * Lays new values over a cached record. A reference that the cache holds with its name keeps the name
 * when the new value is the same id, because answers to writes give ids alone.
 */
export function mergeRecord(cached: RecordJson, values: Values): RecordJson {
  const merged: Record<string, unknown> = { ...cached };
  for (const [field, value] of Object.entries(values)) {
    const before = cached[field];
    if (isNested(before) && typeof value === 'string' && before.id === value) continue;
    merged[field] = value;
  }
  return merged as RecordJson;
}
