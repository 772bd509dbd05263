import type { Rule } from './rule.ts';

/**
 * The rule of a series that is moved by some days to begin on another day, given as clocks show it: what it says of
 * weekdays and days of the month goes along, as far as it names one day by one of them.
 */
export function shiftRule(rule: Rule, days: number, begins: Date): Rule {
  if (days === 0) return rule;
  const date = begins.getUTCDate();
  const shifted = { ...rule, ...(rule.byMonth.length === 1 && { byMonth: [begins.getUTCMonth() + 1] }) };
  const plain = rule.byDay.every(({ nth }) => nth === undefined);
  if (plain && rule.byMonthDay.length === 0)
    return { ...shifted, byDay: rule.byDay.map(({ day }) => ({ day: (((day + days) % 7) + 7) % 7 })) };
  if (rule.byMonthDay.length === 1 && rule.byDay.length === 0) return { ...shifted, byMonthDay: [date] };
  if (rule.byDay.length === 1 && rule.byMonthDay.length === 0)
    return { ...shifted, byDay: [{ day: (begins.getUTCDay() + 6) % 7, nth: Math.ceil(date / 7) }] };
  return shifted;
}
