import type { Registry } from '#kernel/registry.ts';
import { shapesRights } from '../access/shapes-rights.ts';
import { isDefining } from '../run-time/read-definitions.ts';
import { quoted } from '../sql/fragment.ts';

/**
 * Lets every entry of a workspace's log that somebody must be able to answer for stand in the audit too, through
 * whichever door the change came: what shapes rights or the product itself, and masked values that were shown. Of
 * people only the names of the changed fields and their roles: what a person has put into his own record can then be
 * erased from the log, and need not be from the audit.
 */
export function auditTrigger(registry: Registry, schema: string): readonly string[] {
  const name = `${quoted(schema)}.audit_event`;
  const people = `'${registry.people}'`;
  const objects = [...registry.objects.keys()]
    .filter((object) => shapesRights(registry, object) || isDefining(registry, object))
    .map((object) => `'${object}'`);
  return [
    `create or replace function ${name}() returns trigger language plpgsql as $$ begin
      insert into guanxi.audit_entry (workspace, actor, acting_for, kind, subject, facts) values (
        substr(tg_table_schema, 4), coalesce(new.impersonator, new.actor),
        case when new.impersonator is not null then new.actor end,
        case new.kind when 'revealed' then 'record.revealed' else new.object || '.' || new.kind end,
        new.object || '/' || new.record,
        case when new.kind = 'revealed' or new.object = ${people}
          then jsonb_strip_nulls(jsonb_build_object('roles', new.changes -> 'roles',
            'fields', (select jsonb_agg(name order by name) from jsonb_object_keys(new.changes) as name)))
          else jsonb_build_object('changes', new.changes) end);
      return null; end $$`,
    // Without sign-ins there is no audit, as where a schema is tried out alone.
    `do $$ begin if to_regclass('guanxi.audit_entry') is not null then
      create or replace trigger audit_event after insert on ${quoted(schema)}.event for each row
        when (new.kind = 'revealed' or new.object in (${objects.join(', ') || people})) execute function ${name}();
    end if; end $$`,
  ];
}
