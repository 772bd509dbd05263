import { quoted } from '../sql/fragment.ts';
import type { Change } from './change.ts';

/**
 * What is set up says each thing once. Where several records of an earlier version say the same, the newest goes on to
 * count, as the latest word did before; the others go into the bin, from which they can be taken.
 */
export function keepNewest(schema: string, object: string, fields: readonly string[]): Change {
  const s = quoted(schema);
  const table = `${s}.${quoted(object)}`;
  const same = fields.map(quoted).join(', ');
  const said = fields.map((field) => `${quoted(field)} is not null`).join(' and ');
  return {
    sentence: `Keep of records of ${object} with the same ${fields.join(' and ')} the newest, and put the others into the bin.`,
    statements: [
      `with told as (
         select id, row_number() over (partition by ${same} order by "updatedAt" desc, id desc) as place
         from ${table} where "deletedAt" is null and ${said}),
       gone as (
         update ${table} t set "deletedAt" = now(), "deletedWith" = gen_random_uuid(), "updatedAt" = now(), version = version + 1
         from told where told.id = t.id and told.place > 1 returning t.id, t.version)
       insert into ${s}.event (at, object, record, version, kind, changes)
       select now(), '${object}', id, version, 'deleted', '{}' from gone`,
    ],
  };
}
