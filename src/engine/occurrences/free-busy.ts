import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { mustEver } from '../records/read.ts';
import { type TimeWindow, within } from './time-window.ts';
import { timesOf } from './times-of.ts';

/** When somebody or something is taken up, without a word of by what. */
export interface Taken {
  readonly id: string;
  /** In order, none touching another. */
  readonly busy: readonly { readonly from: string; readonly to: string }[];
}

const most = 100;

/**
 * When records of an object, such as people, are taken up by others that take place within a window. The actor must see
 * who it is about, and is told nothing of what takes them up: that is looked at whole, whatever he may see.
 */
export async function freeBusy(
  context: Context,
  objectName: string,
  ids: readonly string[],
  window: TimeWindow,
): Promise<readonly Taken[]> {
  const about = objectNamed(context.registry, objectName);
  mustEver(context, about.name, 'read');
  if (ids.length > most)
    throw new Refusal('invalid', [{ field: 'ids', code: 'tooMany', parameters: { most } }]);
  const query = { where: { id: { in: ids } }, select: ['id'], limit: listLimits.most };
  const seen = recordsIn<{ readonly id: string }>(await listRecords(context, about.name, query));
  const taking = [...context.registry.objects.values()].filter(({ declaration }) => declaration.occurs?.busy);
  const spans = new Map(seen.map(({ id }) => [id, [] as (readonly [number, number])[]]));
  for (const object of taking) await gather(context, object, about, spans, window);
  return [...spans].map(([id, busy]) => ({ id, busy: merged(busy, window) }));
}

type Spans = ReadonlyMap<string, (readonly [number, number])[]>;

/** Adds when records of one object take up whom: one statement for each thousand of them. */
async function gather(
  context: Context,
  object: ObjectModel,
  about: ObjectModel,
  spans: Spans,
  window: TimeWindow,
): Promise<void> {
  const { occurs } = object.declaration;
  const names = (occurs?.with ?? []).filter((name) => object.fields.get(name)?.target === about.name);
  const ids = [...spans.keys()];
  if (occurs === undefined || names.length === 0 || ids.length === 0) return;
  const { from, to, series, busy } = occurs;
  const actor = {
    ...context.actor,
    unlimited: true,
    reason: 'Who is free is told without by what others are taken up.',
  };
  let cursor: string | undefined;
  do {
    const page = await listRecords({ ...context, actor }, object.name, {
      where: {
        and: [busy ?? {}, { or: names.map((name) => ({ [name]: { in: ids } })) }, within(occurs, window)],
      },
      select: [
        ...['id', from, ...names],
        ...(to === undefined ? [] : [to]),
        ...(series === undefined ? [] : ['repeats']),
      ],
      sort: from,
      limit: listLimits.most,
      ...(cursor !== undefined && { cursor }),
    });
    for (const record of recordsIn<Readonly<Record<string, unknown>> & { readonly id: string }>(page)) {
      const taken = new Set(names.flatMap((name) => record[name]).map(idOf));
      for (const time of timesOf(occurs, record, window))
        for (const id of taken) spans.get(id ?? '')?.push([Date.parse(time.from), Date.parse(time.to)]);
    }
    cursor = page.next;
  } while (cursor !== undefined);
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return (value as { readonly id?: string }).id;
  return typeof value === 'string' ? value : undefined;
}

/** Spans of time, those that meet made one, cut to what was asked for. */
function merged(spans: readonly (readonly [number, number])[], window: TimeWindow): Taken['busy'] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) joined.push([from, to]);
  }
  return joined.map(([from, to]) => ({
    from: new Date(Math.max(from, window.from)).toISOString(),
    to: new Date(Math.min(to, window.to)).toISOString(),
  }));
}
