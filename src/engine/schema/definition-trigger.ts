import type { Registry } from '#kernel/registry.ts';
import { channel } from '../run-time/listen.ts';
import { definingObject } from '../run-time/read-definitions.ts';
import { quoted } from '../sql/fragment.ts';

/** Lets the database tell every server of every change of definitions, through whichever door it came. */
export function definitionTrigger(registry: Registry, schema: string): readonly string[] {
  const object = definingObject(registry);
  if (object === undefined) return [];
  const name = `${quoted(schema)}.tell_definitions`;
  return [
    `create or replace function ${name}() returns trigger language plpgsql as $$ begin perform pg_notify('${channel}', tg_table_schema); return null; end $$`,
    `create or replace trigger tell_definitions after insert or update or delete on ${quoted(schema)}.${quoted(object.name)} for each statement execute function ${name}()`,
  ];
}
