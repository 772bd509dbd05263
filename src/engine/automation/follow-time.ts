import type { Automation } from '#kernel/automation.ts';
import { dayIn } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { shortName } from '#kernel/object-name.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import type { NewRun } from './run.ts';
import { startRuns } from './start-runs.ts';

/** How long after its time something is still started: as a rule, and where a server that was down catches up. */
const lateness = { usual: 3600_000, catchingUp: 14 * 24 * 3600_000 };

/** Which times are looked for: none, those that have just come, or those missed too. */
export type Times = 'none' | keyof typeof lateness;

/** Starts what waits for a time in a record that has come, once for each record and time. */
export async function followTime(context: Context, times: Times): Promise<void> {
  if (times === 'none') return;
  const late = lateness[times];
  for (const automation of context.registry.automations) {
    if (automation.when.on === 'time')
      await startRuns(context, await dueRuns(context, automation, automation.when, late));
  }
}

type TimeTrigger = Extract<Automation['when'], { on: 'time' }>;

async function dueRuns(
  context: Context,
  { name, object, where, since }: Automation,
  { field, offset, however }: TimeTrigger,
  late: number,
): Promise<readonly NewRun[]> {
  const until = context.now - offset * 1000;
  const usual = however === 'late' ? Number.NEGATIVE_INFINITY : until - late;
  const drawn = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since) - offset * 1000;
  const earliest = Math.max(usual, drawn);
  const isDay = context.registry.objects.get(shortName(object))?.allFields.get(field)?.type === 'date';
  const come = isDay ? daysBetween(context, earliest, until) : instantsBetween(earliest, until);
  const due: NewRun[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(context, shortName(object), {
      where: { and: [{ [field]: come }, where ?? {}] },
      select: ['id', field],
      sort: field,
      limit: listLimits.most,
      ...(cursor !== undefined && { cursor }),
    });
    for (const record of recordsIn<{ readonly id: string; readonly [name: string]: unknown }>(page)) {
      due.push({
        automation: name,
        object: shortName(object),
        record: record.id,
        actor: null,
        cause: String(record[field]),
        depth: 0,
      });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return due;
}

function instantsBetween(earliest: number, until: number) {
  return { lte: formatInstant(until), ...(Number.isFinite(earliest) && { gte: formatInstant(earliest) }) };
}

/** The days that have begun meanwhile where the company is. */
function daysBetween({ workspace }: Context, earliest: number, until: number) {
  const day = (at: number) => dayIn(at, workspace.timeZone);
  return { lte: day(until), ...(Number.isFinite(earliest) && { gt: day(earliest) }) };
}
