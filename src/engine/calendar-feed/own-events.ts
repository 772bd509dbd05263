import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { mayEver, shownField } from '../access/rights.ts';
import type { CalendarEvent } from '../icalendar/event-lines.ts';
import { type TimeWindow, within } from '../occurrences/time-window.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

const day = 86_400_000;

/** How much of the past and of what is to come a calendar tells other programs. */
const reach = { back: 90 * day, ahead: 400 * day };

/** What the actor takes part in, as far as he may see it. One statement for each object that takes place. */
export async function ownEvents(context: Context, baseUrl: string): Promise<readonly CalendarEvent[]> {
  const events: CalendarEvent[] = [];
  for (const object of context.registry.objects.values()) {
    const { declaration } = object;
    if (declaration.occurs === undefined) continue;
    const which = within(declaration.occurs, told(context.now));
    events.push(...(await eventsOf(context, object, baseUrl, which)));
  }
  return events;
}

/** What a calendar that others read holds. */
export function told(now: number): TimeWindow {
  return { from: now - reach.back, to: now + reach.ahead };
}

/** One of them, and the record that says it. */
export interface OwnEvent extends CalendarEvent {
  readonly record: string;
}

/** The fields in which the actor may see who takes part; none where he may not see the records at all. */
export function placesOfPeople({ registry, actor }: Context, object: ObjectModel): readonly string[] {
  const { occurs } = object.declaration;
  const seen = (name: string) => shownField(registry, object, name, actor) !== undefined;
  if (occurs === undefined || !seen(occurs.from) || !mayEver(registry, object, 'read', actor)) return [];
  return occurs.with.filter((name) => seen(name) && object.fields.get(name)?.target === registry.people);
}

/** What the actor takes part in of one object, of which a condition holds. */
export async function eventsOf(
  context: Context,
  object: ObjectModel,
  baseUrl: string,
  which: object,
): Promise<readonly OwnEvent[]> {
  const { registry, actor } = context;
  const { occurs } = object.declaration;
  const shown = (name: string | undefined): name is string =>
    name !== undefined && shownField(registry, object, name, actor) !== undefined;
  if (occurs === undefined) return [];
  const people = placesOfPeople(context, object);
  if (people.length === 0) return [];
  const { from, to, series, busy, place, notes } = occurs;
  const recurring = series === undefined ? [] : [series, 'repeats', 'repeatsUntil', 'seriesAt'];
  const names = [object.declaration.nameField, from, to, place, notes, ...recurring].filter(shown);
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(context, object.name, {
      where: {
        and: [busy ?? {}, { or: people.map((name) => ({ [name]: { in: [actor.id] } })) }, which],
      },
      select: ['id', 'version', 'updatedAt', ...names],
      sort: `-${from}`,
      limit: listLimits.most,
      ...(cursor !== undefined && { cursor }),
    });
    rows.push(...recordsIn<Row>(page));
    cursor = page.next;
  } while (cursor !== undefined);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seriesOf = (row: Row) => (series === undefined ? undefined : idIn(row[series]));
  const alone = Map.groupBy(rows, (row) => seriesOf(row) ?? '');
  return rows.map((row) => {
    const of = seriesOf(row);
    const text = (name: string | undefined) =>
      name === undefined ? undefined : (row[name] as string | undefined);
    const end = to === undefined || row[to] == null ? undefined : Date.parse(String(row[to]));
    const alreadyTold = new Set((alone.get(row.id) ?? []).map(({ seriesAt }) => seriesAt));
    return {
      record: row.id,
      uid: of ?? row.id,
      summary: text(object.declaration.nameField) ?? '',
      start: Date.parse(String(row[from])),
      end,
      repeats: without(row.repeats as Recurrence | null | undefined, alreadyTold),
      ...(of !== undefined && {
        instead: Date.parse(String(row.seriesAt)),
        zone: (byId.get(of)?.repeats as Recurrence | undefined)?.zone,
      }),
      place: text(place),
      notes: text(notes),
      url: `${baseUrl}/${object.name}/${row.id}`,
      busy: busy !== undefined,
      version: row.version,
      changed: Date.parse(String(row.updatedAt)),
    };
  });
}

/** A time that is told as an event of its own takes the place of its series', which is then not excepted. */
function without(repeats: Recurrence | null | undefined, told: ReadonlySet<unknown>): Recurrence | undefined {
  if (!repeats) return undefined;
  return { ...repeats, except: (repeats.except ?? []).filter((each) => !told.has(each)) };
}

function idIn(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : value;
  return typeof id === 'string' ? id : undefined;
}
