import type { Registry } from '#kernel/registry.ts';
import { callerForgotten, channel } from '../../run-time/listen.ts';
import { quoted } from '../../sql/fragment.ts';

/**
 * Ends every session of a person in the transaction that makes him inactive or takes him away, and those in which he
 * acts as others, through whichever door that came; servers forget at once what they remember of him and of his keys.
 */
export function inactiveTrigger(registry: Registry, schema: string): readonly string[] {
  if (registry.objects.get(registry.people)?.fields.has('active') !== true) return [];
  const name = `${quoted(schema)}.end_sessions`;
  return [
    `create or replace function ${name}() returns trigger language plpgsql as $$ begin
      delete from guanxi.session s where s.workspace = substr(tg_table_schema, 4) and (s.impersonator = new.id
        or s.identity_id = (select m.identity_id from guanxi.membership m where m.workspace = s.workspace and m.user_id = new.id));
      perform pg_notify('${channel}', '${callerForgotten}' || m.identity_id) from guanxi.membership m where m.workspace = substr(tg_table_schema, 4) and m.user_id = new.id;
      return null; end $$`,
    // As where a schema is tried out alone there may be no sign-ins.
    `do $$ begin if to_regclass('guanxi.session') is not null then
      create or replace trigger end_sessions after update on ${quoted(schema)}.${quoted(registry.people)} for each row
        when (not new.active and old.active or new."deletedAt" is not null and old."deletedAt" is null) execute function ${name}();
    end if; end $$`,
  ];
}
