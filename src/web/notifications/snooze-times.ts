import { instantOf, todayIn, wallClock } from '#kernel/writing/wall-clock.ts';
import { addDays } from '#web/fields/date/parse.ts';

export interface SnoozeTime {
  readonly name: 'hour' | 'evening' | 'tomorrow' | 'week';
  readonly at: string;
}

/** When something may come back, on the reader's clock: in an hour, this evening, tomorrow and on Monday morning. */
export function snoozeTimes(timeZone: string, now = new Date()): readonly SnoozeTime[] {
  const today = todayIn(timeZone, now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const monday = addDays(today, (8 - weekday) % 7 || 7);
  const early = Number(wallClock(now.toISOString(), timeZone).slice(11, 13)) < 17;
  return [
    { name: 'hour', at: new Date(now.getTime() + 3_600_000).toISOString() },
    ...(early ? [{ name: 'evening', at: instantOf(`${today} 18:00:00`, timeZone) } as const] : []),
    { name: 'tomorrow', at: instantOf(`${addDays(today, 1)} 09:00:00`, timeZone) },
    { name: 'week', at: instantOf(`${monday} 09:00:00`, timeZone) },
  ];
}
