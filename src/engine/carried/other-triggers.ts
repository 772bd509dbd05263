import { type Names, nameOf, trigger, triggered } from './carried-names.ts';
import { held } from './held.ts';

/** What the others have changes, for thousands of them in as many statements as for one. */
export function otherTriggers(names: Names): readonly string[] {
  const { side, records, others, reference, field } = names;
  const watched = `id, ${field}, "deletedAt"`;
  const referring = (
    ids: string,
  ) => `unnest(${ids}) c(id) cross join lateral (select id, "createdAt" from ${records}
          where ${reference} = c.id and "deletedAt" is null offset 0) r`;
  const live = `select ${field} from ${others} where id = c.id and "deletedAt" is null`;
  const on = (what: string, when: string, tables: string) =>
    trigger(names, what, when, others, `referencing ${tables} for each statement`);
  return [
    triggered(
      nameOf(names, 'followed'),
      'declare changed uuid[]; gone uuid[];',
      `if tg_op = 'INSERT' then select array_agg(id) into changed from after;
      elsif tg_op = 'DELETE' then select array_agg(id) into changed from before;
      else
        select array_agg(id) into changed from (select ${watched} from after except select ${watched} from before) c;
      end if;
      if changed is null then return null; end if;
      -- Nobody can refer yet to what nobody sees yet.
      if tg_op <> 'INSERT' then ${held(side, 'alone', 'select unnest(changed)')}; end if;
      insert into ${side} as s (record, value, "createdAt") select r.id, o.${field}, r."createdAt"
        from ${referring('changed')} cross join lateral (${live} offset 0) o
        on conflict (record) do update set value = excluded.value where s.value is distinct from excluded.value;
      gone := array(select c.id from unnest(changed) c(id) where not exists (${live} offset 0));
      if cardinality(gone) > 0 then
        delete from ${side} where record = any(array(select r.id from ${referring('gone')}));
      end if`,
    ),
    on('followed', 'update', 'old table as before new table as after'),
    on('followed_added', 'insert', 'new table as after'),
    on('followed_removed', 'delete', 'old table as before'),
  ];
}
