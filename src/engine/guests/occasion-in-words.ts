import { dayIn } from '#kernel/expression/zone.ts';
import { startsOf } from '#kernel/recurrence/starts-of.ts';
import type { Occasion, Row } from './occasion.ts';

/** What guests read of an occasion, on their own clock or that of whoever invites them; the zone is named. */
export interface OccasionInWords {
  readonly name: string;
  readonly by: string;
  readonly when: string;
  /** The times after the next one; empty where it does not come back. */
  readonly again: string;
  readonly where: string;
}

const year = 366 * 86_400_000;

export function occasionInWords(
  { object, occurs, record, start, end, repeats }: Occasion,
  locale: string,
  now: number,
  clock?: string,
): OccasionInWords {
  const by = record[occurs.invites.by] as Row | null;
  const timeZone = repeats?.zone ?? clock ?? String(by?.timeZone ?? 'UTC');
  const starts = repeats
    ? [...startsOf(repeats, start, Math.max(start, now), Math.max(start, now) + year)]
    : [start];
  const [first = start, ...later] = starts;
  const when = spanInWords(first, end === undefined ? first : first + (end - start), locale, timeZone);
  return {
    name: String(record[object.declaration.nameField] ?? ''),
    by: String(by?.name ?? ''),
    when,
    again: later
      .slice(0, 3)
      .map((at) => instantInWords(at, locale, timeZone))
      .join(locale === 'en' ? '; ' : '；'),
    where: occurs.place === undefined ? '' : String(record[occurs.place] ?? ''),
  };
}

/** From when to when, with the zone of the clock; the day once where it is one. */
function spanInWords(from: number, to: number, locale: string, timeZone: string): string {
  const [begins, ends] = [from, to].map((at) => instantInWords(at, locale, timeZone));
  const sameDay = dayIn(from, timeZone) === dayIn(to, timeZone);
  const end = sameDay ? written(to, locale, { timeZone, timeStyle: 'short' }) : ends;
  const zone = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(from)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const named = locale === 'en' ? ` (${zone})` : `（${zone}）`;
  return `${begins}${to > from ? `–${end}` : ''}${named}`;
}

/** Day and hour. */
function instantInWords(at: number, locale: string, timeZone: string): string {
  const day = written(at, locale, { timeZone, dateStyle: 'full' });
  return `${day} ${written(at, locale, { timeZone, timeStyle: 'short' })}`;
}

function written(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(at);
}
