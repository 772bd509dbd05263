import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { mustEver } from '../records/read.ts';
import type { TimeWindow } from './time-window.ts';
import { type TimeTaken, timesTaken } from './times-taken.ts';

/** When somebody or something is taken up, without a word of by what. */
export interface Taken {
  readonly id: string;
  /** In order, none touching another. */
  readonly busy: readonly { readonly from: string; readonly to: string }[];
}

const most = 100;

/**
 * When records of an object, such as people, are taken up by others that take place within a window. The actor must see
 * who it is about, and is told nothing of what takes them up: that is looked at whole, whatever he may see. What the
 * record `except` takes up counts as free, as it is about to be changed.
 */
export async function freeBusy(
  context: Context,
  objectName: string,
  ids: readonly string[],
  window: TimeWindow,
  except?: string,
): Promise<readonly Taken[]> {
  const about = objectNamed(context.registry, objectName);
  mustEver(context, about.name, 'read');
  if (ids.length > most)
    throw new Refusal('invalid', [{ field: 'ids', code: 'tooMany', parameters: { most } }]);
  const query = { where: { id: { in: ids } }, select: ['id'], limit: listLimits.most };
  const seen = recordsIn<{ readonly id: string }>(await listRecords(context, about.name, query));
  const found = seen.map(({ id }) => id);
  const times = await takenUp(context, about, found, window);
  const byTaken = Map.groupBy(
    times.filter(({ record }) => record !== except),
    ({ taken }) => taken,
  );
  return found.map((id) => ({ id, busy: mergedSpans(byTaken.get(id) ?? [], window).map(asInstants) }));
}

/** When records of an object are taken up within a window, by whatever object's records, seen or not. */
export async function takenUp(
  context: Context,
  about: ObjectModel,
  ids: readonly string[],
  window: TimeWindow,
): Promise<readonly TimeTaken[]> {
  const times: TimeTaken[] = [];
  if (ids.length === 0) return times;
  for (const object of context.registry.objects.values())
    if (object.declaration.occurs?.busy !== undefined)
      times.push(
        ...(await timesTaken(context, object, { names: namesOf(object, about), taken: ids }, window)),
      );
  return times;
}

/** The fields by which records of an object take up those of another. */
function namesOf({ declaration: { occurs }, fields }: ObjectModel, about: ObjectModel): readonly string[] {
  return (occurs?.with ?? []).filter((name) => fields.get(name)?.target === about.name);
}

/** Spans of time, those that meet made one, cut to what was asked for. */
export function mergedSpans(spans: readonly TimeWindow[], window: TimeWindow): readonly TimeWindow[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) joined.push({ from, to });
  }
  return joined.map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }));
}

/** A span as it is told. */
export function asInstants({ from, to }: TimeWindow): { readonly from: string; readonly to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
