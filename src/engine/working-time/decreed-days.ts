import china from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { PublicHolidays } from '#kernel/working-time/company-time.ts';

/** By country, the days that a decree frees from work and those that are worked for them, as far as it is announced. */
export const decreedDays: Readonly<Record<PublicHolidays, ReadonlyMap<string, boolean>>> = {
  CN: new Map([
    ...Object.keys(china.holidays).map((day) => [day, false] as const),
    ...Object.keys(china.workdays).map((day) => [day, true] as const),
  ]),
};
