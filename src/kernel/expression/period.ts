/** Relative periods that a condition may name: `{"closeDate": {"in": "thisQuarter"}}`. Weeks begin on Monday. */
export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisQuarter',
  'lastQuarter',
  'nextQuarter',
  'thisYear',
  'lastYear',
  'nextYear',
] as const;

export type Period = (typeof periods)[number];

/** Days from the first up to, not including, the second, both as `2026-11-23`. */
export type DayRange = readonly [from: string, until: string];

/**
 * The days of a period seen from `today`. Besides the named periods, `last30Days` and `next7Days` with any number
 * count whole days up to and including today, or after it.
 */
export function periodDays(period: string, today: string): DayRange | undefined {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const [, direction, count] = /^(last|next)(\d{1,4})Days$/.exec(period) ?? [];
  if (direction === 'last') return [onDay(year, month, day - Number(count) + 1), onDay(year, month, day + 1)];
  if (direction === 'next') return [onDay(year, month, day + 1), onDay(year, month, day + 1 + Number(count))];
  const [, which = '', unit = ''] = /^(this|last|next)(Week|Month|Quarter|Year)$/.exec(period) ?? [];
  const shift = which === '' ? days.get(period) : sides.get(which);
  if (shift === undefined) return undefined;
  const monday = day - ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7);
  const quarter = month - ((month - 1) % 3);
  switch (unit) {
    case 'Week':
      return [onDay(year, month, monday + 7 * shift), onDay(year, month, monday + 7 * (shift + 1))];
    case 'Month':
      return [onDay(year, month + shift, 1), onDay(year, month + shift + 1, 1)];
    case 'Quarter':
      return [onDay(year, quarter + 3 * shift, 1), onDay(year, quarter + 3 * (shift + 1), 1)];
    case 'Year':
      return [onDay(year + shift, 1, 1), onDay(year + shift + 1, 1, 1)];
    default:
      return [onDay(year, month, day + shift), onDay(year, month, day + shift + 1)];
  }
}

const sides: ReadonlyMap<string, number> = new Map(Object.entries({ last: -1, this: 0, next: 1 }));
const days: ReadonlyMap<string, number> = new Map(Object.entries({ yesterday: -1, today: 0, tomorrow: 1 }));

function onDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
