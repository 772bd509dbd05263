import { objectNamed } from '#kernel/registry.ts';
import type { Row } from '../../database/database.ts';
import type { Context } from '../../records/context.ts';
import { same } from '../../records/decide.ts';
import { quoted } from '../../sql/fragment.ts';
import { describeEntries, type Entry } from '../../timeline/describe-entries.ts';
import { logged } from '../../timeline/logged-entry.ts';
import { changeWords } from '../notification-texts.ts';
import type { StoredNotification } from '../stored-notification.ts';
import { valueTold } from './value-told.ts';

/** What others have changed in a record, in words. */
export interface ChangesTold {
  /** Who they are. */
  readonly people: string;
  /** What each field held, and what it holds. */
  readonly text: string;
}

/** Entries of the log that one notification tells of, fields that it names, and days that its entries may be older. */
const most = { entries: 100, fields: 5, days: 40 };

/**
 * What notifications of changes say, by notification, to the actor: of fields that he may see, as they were before the
 * first change and are after the last. There is nothing where he sees none of them or all are as before.
 */
export async function changesTold(
  context: Context,
  notifications: readonly StoredNotification[],
): Promise<ReadonlyMap<string, ChangesTold>> {
  const asked = notifications.filter(({ first, count }) => first !== null && count === 1);
  if (asked.length === 0) return new Map();
  const rows = await entriesOf(context, asked);
  const entries = await describeEntries(
    context,
    rows.map((row) => logged(context.registry, row)),
  );
  const byNotification = Map.groupBy(entries.keys(), (place) => rows[place]?.[8] ?? '');
  return new Map(
    [...byNotification].flatMap(([id, places]) => {
      const told = inWords(
        context,
        places.map((place) => entries[place] as Entry),
      );
      return told === undefined ? [] : [[id, told]];
    }),
  );
}

/** Not what the reader did himself; months of the log in which they cannot be are left alone. */
function entriesOf(context: Context, notifications: readonly StoredNotification[]): Promise<readonly Row[]> {
  return context.database.run(
    `select e.sequence, to_json(e.at) #>> '{}', e.kind, e.object, e.record, e.actor, e.changes, e.impersonator, n.id
     from json_to_recordset($1::json) as n(id uuid, record uuid, first bigint, last bigint, at timestamptz),
       lateral (select * from ${quoted(context.workspace.schema)}.event e where e.record = n.record
         and e.sequence between n.first and n.last and e.at > n.at - interval '${most.days} days'
         and e.actor is distinct from $2::uuid and e.kind not in ('created', 'deleted', 'restored', 'revealed')
         order by e.sequence limit ${most.entries}) e order by e.sequence`,
    [JSON.stringify(notifications), context.actor.id],
  );
}

function inWords(context: Context, entries: readonly Entry[]): ChangesTold | undefined {
  const words = changeWords(context.actor.locale);
  const fields = new Map<string, { readonly label: string; readonly old: unknown; readonly new: unknown }>();
  for (const { changes } of entries)
    for (const change of changes)
      fields.set(change.field, { ...change, old: (fields.get(change.field) ?? change).old });
  const changed = [...fields].filter(([, change]) => !same(change.old, change.new));
  const [entry] = entries;
  if (entry === undefined || changed.length === 0) return undefined;
  const object = objectNamed(context.registry, entry.object);
  const told = changed.slice(0, most.fields).map(([field, change]) => {
    const [before, after] = [change.old, change.new].map((value) => valueTold(context, object, field, value));
    return before === after
      ? `${change.label}${words.colon}${words.otherwise}`
      : `${change.label}${words.colon}${before} → ${after}`;
  });
  const more = changed.length > most.fields ? ['…'] : [];
  const people = new Set(entries.flatMap(({ actor }) => (actor === null ? [] : [actor.name])));
  return { people: [...people].join(words.and), text: [...told, ...more].join(words.then) };
}
