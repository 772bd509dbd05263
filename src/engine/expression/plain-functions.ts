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

  sign: ([value]) => sql`sign(${number(value)})`,
  power: ([value, by]) => {
    const base = bounded(tenPlaces(value), functionBounds.base, '0.0000000001');
    return sql`round(power(${base}, ${whole(by, 0, functionBounds.power)}::numeric), 6)`;
  },
  squareRoot: ([value]) => {
    const negative = raw('-0.0000000001');
    return sql`round(sqrt(nullif(greatest(${tenPlaces(value)}, ${negative}), ${negative})), 6)`;
  },
  floorTo: multiple('rest < 0', 'rest + step', 'rest'),
  ceilingTo: multiple('rest > 0', 'rest - step', 'rest'),
  roundTo: multiple('2 * abs(rest) >= step', 'rest - sign(rest) * step', 'rest'),

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
  position: ([text, part]) => sql`strpos(${text}, ${part})::numeric`,
  repeat: ([text, count]) => {
    const { characters, replacement, repeats } = functionBounds;
    return sql`left(repeat(left(${text}, ${raw(`${replacement}`)}), ${whole(count, 0, repeats)}), ${raw(`${characters}`)})`;
  },
  splitPart: ([text, by, count]) => {
    const { characters } = functionBounds;
    return sql`split_part(left(${text}, ${raw(`${characters}`)}), ${by}, nullif(${whole(count, -characters, characters)}, 0))`;
  },
  padLeft: padded('lpad'),
  padRight: padded('rpad'),
  toNumber: ([text]) =>
    sql`(select case when given ~ '^[+-]?[0-9]{1,18}(\\.[0-9]{1,12})?$' then given::numeric end from (select btrim(${text}, ${blanks}::text) as given) written)`,

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

  dayOf: ([year, month, day]) =>
    sql`(select case when extract(month from day) = month then day end from (select (make_date(year, month, 1) + (date - 1)) as day, month from (select ${whole(year, 1, 9999)} as year, ${whole(month, 1, 12)} as month, ${whole(day, 1, 31)} as date) told) made)`,

  hour: clock('hour'),
  minute: clock('minute'),
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

/** A number no further from zero than that, and by how much the next is further; empty beyond it. */
function bounded(value: Fragment, most: number, next = '1'): Fragment {
  return within(value, { least: `(-${most} - ${next})`, most: `(${most} + ${next})` });
}

/** A number to ten places, which the database keeps in what it computes of it. */
function tenPlaces(value: Fragment | undefined): Fragment {
  return sql`round(${number(value)}, 10)`;
}

/** A number less what is left over of it beyond a multiple of a step. */
function multiple(when: string, then: string, otherwise: string): Build {
  return ([value, by]) =>
    sql`(select given - case when ${raw(when)} then ${raw(then)} else ${raw(otherwise)} end from (select given, step, mod(given, step) as rest from (select ${number(value)} as given, abs(nullif(${number(by)}, 0)) as step) told) left_over)`;
}

function padded(name: 'lpad' | 'rpad'): Build {
  return ([text, width, by]) => {
    const { characters, width: most } = functionBounds;
    return sql`(select ${raw(name)}(given, greatest(char_length(given), width), filling) from (select left(${text}, ${raw(`${characters}`)}) as given, ${whole(width, 0, most)} as width, left(${by}, ${raw(`${most}`)}) as filling) told where width is not null)`;
  };
}

function clock(name: 'hour' | 'minute'): Build {
  return ([instant]) => sql`extract(${raw(name)} from ${instant} at time zone ${{ slot: 'timeZone' }}::text)`;
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
