import type { Expression, PlainFunction } from '#kernel/expression/expression.ts';
import { blanks, type CalendarUnit, functionBounds } from '#kernel/expression/function-bounds.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';

/** SQL of a function, given that of its inputs, each named once so that what stands within another does not grow. */
type Build = (inputs: readonly Fragment[], trees: readonly Expression[]) => Fragment;

/** Each as `plainFunctions` of the kernel evaluates it in memory: empty where an input is. */
export const plainFunctions: Readonly<Record<PlainFunction, Build>> = {
  absolute: ([value]) => sql`abs(${number(value)})`,
  floor: ([value]) => sql`floor(${number(value)})`,
  ceiling: ([value]) => sql`ceil(${number(value)})`,
  remainder: ([value, by]) => sql`mod(${number(value)}, nullif(${number(by)}, 0))`,

  length: ([text]) => sql`char_length(${text})::numeric`,
  left: ([text, count]) => sql`left(${text}, ${whole(count, 0, functionBounds.characters)})`,
  right: ([text, count]) => sql`right(${text}, ${whole(count, 0, functionBounds.characters)})`,
  middle: ([text, from, count]) =>
    sql`substr(${text}, ${whole(from, 1, functionBounds.characters)}, ${whole(count, 0, functionBounds.characters)})`,
  upper: ([text]) => sql`upper(${text} collate "und-x-icu")`,
  lower: ([text]) => sql`lower(${text} collate "und-x-icu")`,
  trim: ([text]) => sql`btrim(${text}, ${blanks}::text)`,
  replace: ([text, part, by]) => {
    const { characters, replacement } = functionBounds;
    return sql`left(replace(left(${text}, ${raw(`${characters}`)}), ${part}, left(${by}, ${raw(`${replacement}`)})), ${raw(`${characters}`)})`;
  },

  year: part('year'),
  quarter: part('quarter'),
  month: part('month'),
  week: part('week'),
  day: part('day'),
  weekday: part('isodow'),
  addDays: ([day, count]) => within(sql`(${day} + ${moved(count, functionBounds.days)})`, days),
  addMonths: ([day, count]) =>
    within(sql`(${day} + make_interval(months => ${moved(count, functionBounds.months)}))::date`, days),
  addYears: ([day, count]) =>
    within(sql`(${day} + make_interval(years => ${moved(count, functionBounds.years)}))::date`, days),
  monthsBetween: ([from, to]) =>
    sql`(select extract(year from apart) * 12 + extract(month from apart) from age(${to}::timestamp, ${from}::timestamp) apart)`,
  yearsBetween: ([from, to]) => sql`extract(year from age(${to}::timestamp, ${from}::timestamp))`,
  startOf: ([day], [, unit]) =>
    within(sql`date_trunc(${raw(`'${unitOf(unit)}'`)}, ${day}::timestamp)::date`, days),
  endOf: ([day], [, unit]) =>
    within(
      sql`(date_trunc(${raw(`'${unitOf(unit)}'`)}, ${day}::timestamp) + interval ${raw(`'${lengths[unitOf(unit)]}'`)} - interval '1 day')::date`,
      days,
    ),

  dateOf: ([instant]) => within(sql`(${instant} at time zone ${{ slot: 'timeZone' }}::text)::date`, days),
  addHours: ([instant, count]) =>
    within(
      sql`(${instant} + interval '1 millisecond' * round(${bounded(number(count), functionBounds.hours)} * 3600000)::double precision)`,
      instants,
    ),
  hoursBetween: ([from, to]) =>
    sql`round(div(extract(epoch from (${to} - ${from})) * 10000000000, 3600000) * 0.0000001, 6)`,
};

function part(name: string): Build {
  return ([day]) => sql`extract(${raw(name)} from ${day})`;
}

function number(value: Fragment | undefined): Fragment {
  return sql`(${value})::numeric`;
}

/** The whole part of a number in these bounds; empty outside of them. */
function whole(value: Fragment | undefined, least: number, most: number): Fragment {
  const outside = { least: `${least - 1}`, most: `${most + 1}` };
  return sql`${within(sql`trunc(${number(value)})`, outside)}::int`;
}

/** A whole number of days or months, forwards or back; empty for more than that. */
export function moved(count: Fragment | undefined, most: number): Fragment {
  return whole(count, -most, most);
}

/** A number no further from zero than that; empty beyond it. */
function bounded(value: Fragment, most: number): Fragment {
  return within(value, { least: `${-most - 1}`, most: `${most + 1}` });
}

/** The nearest values that are too small and too large. */
interface Outside {
  readonly least: string;
  readonly most: string;
}

const days: Outside = { least: "date '0001-12-31 BC'", most: "date '10000-01-01'" };
const instants: Outside = {
  least: "timestamptz '0001-12-31T23:59:59.999Z BC'",
  most: "timestamptz '10000-01-01T00:00:00Z'",
};

/** A day of the years that there are; empty elsewhere. */
export function withinDays(day: Fragment): Fragment {
  return within(day, days);
}

/** A value between two others, empty elsewhere, with the value named once. */
function within(value: Fragment, { least, most }: Outside): Fragment {
  const [low, high] = [raw(least), raw(most)];
  return sql`nullif(nullif(least(greatest(${value}, ${low}), ${high}), ${low}), ${high})`;
}

const lengths: Readonly<Record<CalendarUnit, string>> = {
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};

function unitOf(unit: Expression | undefined): CalendarUnit {
  const value = unit?.node === 'literal' ? String(unit.value) : '';
  if (!(value in lengths)) throw new Error(`${value} is no part of a calendar`);
  return value as CalendarUnit;
}
