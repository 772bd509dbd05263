import type { Decision } from '#kernel/change.ts';
import { daysLater } from '#kernel/expression/calendar-days.ts';
import { dayIn, startOfDay } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { RecordOf } from '#kernel/object.ts';
import type { OfferedTimes } from '#kernel/public-form.ts';
import { freeStarts } from '#kernel/working-time/free-starts.ts';

type Page = RecordOf<'sales.bookingPage'>;

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * When the owner of a page can be booked: in his working time, when nothing takes him up, with the gaps, the notice and
 * the limits that the page asks for. The meeting `except` counts as gone, as it is to be moved.
 */
export async function freeTimes(page: Page, decision: Decision, except?: string): Promise<OfferedTimes> {
  const { active, owner, minutes, daysAhead, dailyLimit } = page;
  const [before, after] = [page.gapBefore * minute, page.gapAfter * minute];
  const now = Date.parse(decision.now);
  const from = now + page.noticeHours * 60 * minute;
  const window = { from: from - before, to: now + (daysAhead + 1) * day + after };
  const found = active && owner !== null && (await decision.availability(owner, window, except));
  if (!found) return { starts: [], minutes, timeZone: 'UTC' };
  const { timeZone, working, busy } = found;
  const end = startOfDay(daysLater(dayIn(now, timeZone), daysAhead + 1) ?? '', timeZone);
  const needed = { from, length: minutes * minute, step: stepOf(minutes), before, after };
  const full =
    dailyLimit === null ? () => false : await fullDays(page, dailyLimit, { now, timeZone, except }, decision);
  const starts = [...freeStarts(busy, working, needed)].filter(
    (start) => start + needed.length <= end && !full(start),
  );
  return { starts: starts.map(formatInstant), minutes, timeZone };
}

/** Long ones begin at full and half hours, others at each quarter as well, where they fit between them. */
function stepOf(minutes: number): number {
  return (minutes % 30 === 0 ? 30 : 15) * minute;
}

interface Counting {
  readonly now: number;
  readonly timeZone: string;
  readonly except: string | undefined;
}

/** On which days of its owner as many meetings are booked by the page as it takes. */
async function fullDays(
  { id }: Page,
  most: number,
  { now, timeZone, except }: Counting,
  decision: Decision,
): Promise<(start: number) => boolean> {
  const booked = await decision.list('activities.meeting', {
    bookingPage: id,
    status: { ne: 'cancelled' },
    startsAt: { gte: formatInstant(now - day) },
  });
  const counts = new Map<string, number>();
  for (const meeting of booked) {
    const on = dayIn(Date.parse(meeting.startsAt), timeZone);
    if (meeting.id !== except) counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  return (start) => (counts.get(dayIn(start, timeZone)) ?? 0) >= most;
}
