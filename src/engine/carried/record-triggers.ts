import { type Names, nameOf, trigger, triggered } from './carried-names.ts';
import { held } from './held.ts';

/**
 * Records come, go, and refer to another. PostgreSQL keeps the plan of a trigger's statement however many rows come
 * next: what is looked up `lateral`, behind an offset, is looked up by its index one by one.
 */
export function recordTriggers(names: Names): readonly string[] {
  const { side, records, others, reference, field } = names;
  const all = held(side, 'shared', `select ${reference} from changed`);
  const watched = [reference, '"deletedAt"', '"createdAt"'];
  const moved = watched.map((column) => `old.${column} is distinct from new.${column}`);
  return [
    triggered(
      nameOf(names, 'added'),
      '',
      `${all};
      insert into ${side} (record, value, "createdAt") select r.id, o.${field}, r."createdAt" from changed r
        cross join lateral (select ${field} from ${others} where id = r.${reference} and "deletedAt" is null offset 0) o
        where r."deletedAt" is null`,
    ),
    trigger(names, 'added', 'insert', records, 'referencing new table as changed for each statement'),
    triggered(
      nameOf(names, 'moved'),
      'declare leads boolean; carried uuid;',
      `${held(side, 'shared', `values (old.${reference}), (new.${reference})`)};
      select true, o.${field} into leads, carried from ${others} o
        where o.id = new.${reference} and o."deletedAt" is null and new."deletedAt" is null;
      if leads then
        insert into ${side} (record, value, "createdAt") values (new.id, carried, new."createdAt")
          on conflict (record) do update set value = excluded.value, "createdAt" = excluded."createdAt";
      else delete from ${side} where record = new.id; end if`,
    ),
    trigger(
      names,
      'moved',
      `update of ${watched.join(', ')}`,
      records,
      `for each row when (${moved.join(' or ')})`,
    ),
    triggered(
      nameOf(names, 'removed'),
      '',
      `${all};
      delete from ${side} where record = any(array(select id from changed))`,
    ),
    trigger(names, 'removed', 'delete', records, 'referencing old table as changed for each statement'),
  ];
}
