import { quoted } from '../sql/fragment.ts';
import type { HeldObject } from './held-object.ts';
import type { LiveTable } from './live-schema.ts';

/** A query for the records of which a condition holds: how many they are, and a few by name. */
export function recordsWhere(schema: string, held: HeldObject, table: LiveTable, condition: string): string {
  const name = held.fields.find((field) => field.name === held.object.declaration.nameField)?.was ?? '';
  const label = table.columns.has(name)
    ? `coalesce(${quoted(name)}::text || ' ', '') || '(' || id || ')'`
    : 'id::text';
  return `select count(*) over (), ${label} from ${quoted(schema)}.${quoted(table.name)} where ${condition} order by id limit 5`;
}
