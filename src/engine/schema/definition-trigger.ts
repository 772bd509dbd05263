import type { Registry } from '#kernel/registry.ts';
import { channel } from '../run-time/listen.ts';
import { shapingObjects } from '../run-time/shaping-objects.ts';
import { quoted } from '../sql/fragment.ts';

/** Lets the database tell every server of every change of what a company has shaped, through whichever door it came. */
export function definitionTrigger(registry: Registry, schema: string): readonly string[] {
  const objects = shapingObjects(registry);
  if (objects.length === 0) return [];
  const name = `${quoted(schema)}.tell_definitions`;
  return [
    `create or replace function ${name}() returns trigger language plpgsql as $$ begin perform pg_notify('${channel}', tg_table_schema); return null; end $$`,
    ...objects.map(
      (object) =>
        `create or replace trigger tell_definitions after insert or update or delete on ${quoted(schema)}.${quoted(object)} for each statement execute function ${name}()`,
    ),
  ];
}
