import type { OwnTime } from '#kernel/working-time/own-time.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { knownZone } from '../people/known-zone.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { companyCalendar } from './company-calendar.ts';

interface Person {
  readonly id: string;
  readonly timeZone?: string | null;
  readonly workingTime?: OwnTime | null;
}

/** When each of these people works: by hours of his own, or when the company does. */
export async function calendarsOfPeople(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WorkingCalendar>> {
  const { registry, workspace } = context;
  const { calendar, ownCalendar } = companyCalendar(workspace);
  const calendars = new Map(ids.map((id) => [id, calendar]));
  if (ids.length === 0 || !registry.objects.get(registry.people)?.fields.has('workingTime')) return calendars;
  const actor = { ...context.actor, unlimited: true, reason: 'When people work is no secret among them.' };
  const page = await listRecords({ ...context, actor }, registry.people, {
    where: { id: { in: ids }, workingTime: { isNull: false } },
    select: ['id', 'timeZone', 'workingTime'],
    limit: listLimits.most,
  });
  for (const { id, timeZone, workingTime } of recordsIn<Person>(page))
    if (workingTime) calendars.set(id, ownCalendar(workingTime, knownZone(timeZone ?? workspace.timeZone)));
  return calendars;
}
