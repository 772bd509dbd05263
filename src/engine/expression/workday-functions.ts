import { functionBounds } from '#kernel/expression/function-bounds.ts';
import type { Workdays } from '#kernel/working-time/workdays.ts';
import { type Fragment, raw, type Slot, sql } from '../sql/fragment.ts';
import { moved, withinDays } from './plain-functions.ts';

/**
 * Working days as `kernel/working-time/workdays` counts them, by the calendar that is given when the statement runs. What
 * is named again and again stands in a subquery of its own, which `offset 0` keeps from being taken apart: each input is
 * computed once.
 */
export const workdayFunctions = {
  isWorkingDay: (day: Fragment): Fragment =>
    sql`(select ${upTo('d')} > ${upTo('d - 1')} from (select ${numberOf(day)} as d, ${calendar} offset 0) asked)`,
  workingDaysBetween: (from: Fragment, to: Fragment): Fragment =>
    sql`(select (${upTo('b')} - ${upTo('a')})::numeric from (select ${numberOf(from)} as a, ${numberOf(to)} as b, ${calendar} offset 0) asked)`,
  addWorkingDays: (day: Fragment, count: Fragment): Fragment =>
    sql`(select case when n = 0 then ${first} + d when rank >= 1 then ${withinDays(sql`(${first} + least(${ofRank}, exceptions[passed + 1], ${beyond}))`)} end
      from (select *, width_bucket(rank - 1, ranks) as passed
        from (select *, case when n > 0 then ${upTo('d')} + n else ${upTo('d - 1')} + n + 1 end as rank
          from (select ${numberOf(day)} as d, ${moved(count, functionBounds.days)} as n, ${calendar} offset 0) asked offset 0) ranked offset 0) placed)`,
};

const first = raw("date '0001-01-01'");
/** The number of the first day after all years. */
const beyond = raw('3652059');

const calendar = sql`${given('workingWeek')}::int[] as week, ${given('exceptionalDays')}::int[] as exceptions, ${given('exceptionalChanges')}::int[] as changes, ${given('exceptionalRanks')}::int[] as ranks`;

/** The day up to which so many are worked, as if there were no further exception. */
const ofRank = raw(
  '((rank - changes[passed + 1] - 1) / week[8] * 7 + width_bucket((rank - changes[passed + 1] - 1) % week[8], week) - 1)',
);

function given(name: keyof Workdays): Slot {
  return { slot: name };
}

function numberOf(day: Fragment): Fragment {
  return sql`(${day} - ${first})`;
}

/** How many days are worked up to one and with it. */
function upTo(day: string): Fragment {
  return raw(
    `(((${day}) + 1) / 7 * week[8] + week[((${day}) + 1) % 7 + 1] + changes[width_bucket(${day}, exceptions) + 1])`,
  );
}
