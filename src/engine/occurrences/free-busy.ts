import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { mustEver } from '../records/read.ts';
import type { TimeWindow } from './time-window.ts';
import { timesTaken } from './times-taken.ts';

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
  if (spans.size > 0)
    for (const object of taking) {
      const names = namesOf(object, about);
      const times = await timesTaken(context, object, { names, taken: [...spans.keys()] }, window);
      for (const { taken, from, to } of times) spans.get(taken)?.push([from, to]);
    }
  return [...spans].map(([id, busy]) => ({ id, busy: merged(busy, window) }));
}

/** The fields by which records of an object take up those of another. */
function namesOf({ declaration: { occurs }, fields }: ObjectModel, about: ObjectModel): readonly string[] {
  return (occurs?.with ?? []).filter((name) => fields.get(name)?.target === about.name);
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
