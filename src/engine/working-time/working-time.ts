import { daysLater } from '#kernel/expression/calendar-days.ts';
import { dayIn } from '#kernel/expression/zone.ts';
import { Refusal } from '#kernel/problem.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { workingSpans } from '#kernel/working-time/working-time.ts';
import { asInstants, mergedSpans } from '../occurrences/free-busy.ts';
import type { TimeWindow } from '../occurrences/time-window.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { calendarsOfPeople } from './calendars-of-people.ts';
import { companyCalendar } from './company-calendar.ts';

type Spans = readonly { readonly from: string; readonly to: string }[];

/** When work is done within a window. */
export interface WorkingTimeTold {
  readonly company: Spans;
  readonly people: readonly { readonly id: string; readonly working: Spans }[];
  /** The days that differ by the company's own decision. */
  readonly days: readonly { readonly day: string; readonly name: string; readonly works: boolean }[];
}

const most = 100;

/** When the company and these people work; of people whom the actor does not see nothing is told. */
export async function workingTime(
  context: Context,
  ids: readonly string[],
  window: TimeWindow,
): Promise<WorkingTimeTold> {
  if (ids.length > most)
    throw new Refusal('invalid', [{ field: 'ids', code: 'tooMany', parameters: { most } }]);
  const { calendar } = companyCalendar(context.workspace);
  const query = { where: { id: { in: ids } }, select: ['id'], limit: listLimits.most };
  const seen = recordsIn<{ readonly id: string }>(await listRecords(context, context.registry.people, query));
  const calendars = await calendarsOfPeople(
    context,
    seen.map(({ id }) => id),
  );
  const company = spansOf(calendar, window);
  return {
    company,
    people: [...calendars].map(([id, own]) => ({
      ...{ id, working: own === calendar ? company : spansOf(own, window) },
    })),
    days: namedDays(context, window),
  };
}

function spansOf(calendar: WorkingCalendar, window: TimeWindow): Spans {
  return mergedSpans([...workingSpans(calendar, window)], window).map(asInstants);
}

function namedDays({ workspace }: Context, { from, to }: TimeWindow): WorkingTimeTold['days'] {
  const { namedDay } = companyCalendar(workspace);
  const last = dayIn(to - 1, workspace.timeZone);
  const days: { day: string; name: string; works: boolean }[] = [];
  for (
    let day: string | null = dayIn(from, workspace.timeZone);
    day !== null && day <= last;
    day = daysLater(day, 1)
  ) {
    const named = namedDay(day);
    if (named !== undefined) days.push({ day, name: named.name, works: named.works });
  }
  return days;
}
