import type { Registry } from '#kernel/registry.ts';
import { quoted } from '../sql/fragment.ts';

/** SQL that is true where the record with this id must be kept; today is given as a parameter such as `$2`. */
export function isHeld(registry: Registry, schema: string, id: string, today: string): string {
  const hold = registry.purposes.get('hold');
  if (hold === undefined) return 'false';
  return `exists (select 1 from ${quoted(schema)}.${quoted(hold.name)} h where h.record = ${id}
    and h."deletedAt" is null and (h.until is null or h.until >= ${today}::date))`;
}
