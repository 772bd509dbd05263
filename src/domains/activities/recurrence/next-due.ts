import { clockIn, instantOf } from '#kernel/expression/zone.ts';

/** How a task comes back. */
export type Recurrence = 'daily' | 'weekdays' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';

/**
 * When the next task of a series is due: the same time of day on the clocks of a time zone, one step later; null after
 * the series has ended.
 */
export function nextDue(
  dueAt: string,
  recurrence: Recurrence,
  until: string | null,
  timeZone: string,
): string | null {
  const due = new Date(clockIn(Date.parse(dueAt), timeZone));
  const next = recurrence in months ? monthsLater(due, months[recurrence] ?? 0) : daysLater(due, recurrence);
  if (until !== null && next.toISOString().slice(0, 10) > until) return null;
  return new Date(instantOf(next.getTime(), timeZone)).toISOString();
}

/** When something that comes every year comes the next time after a moment, on the clocks of a time zone. */
export function nextAnniversary(first: string, after: string, timeZone: string): string {
  const due = new Date(clockIn(Date.parse(first), timeZone));
  for (let years = 1; ; years++) {
    const next = instantOf(monthsLater(due, 12 * years).getTime(), timeZone);
    if (next > Date.parse(after)) return new Date(next).toISOString();
  }
}

const months: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

function daysLater(from: Date, recurrence: Recurrence): Date {
  const next = new Date(from);
  next.setUTCDate(from.getUTCDate() + (recurrence === 'weekly' ? 7 : 1));
  while (recurrence === 'weekdays' && [0, 6].includes(next.getUTCDay()))
    next.setUTCDate(next.getUTCDate() + 1);
  return next;
}

/** The same day of a later month, or that month's last when it is shorter. */
function monthsLater(from: Date, count: number): Date {
  const next = new Date(from);
  next.setUTCDate(1);
  next.setUTCMonth(from.getUTCMonth() + count);
  const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  next.setUTCDate(Math.min(from.getUTCDate(), last));
  return next;
}
