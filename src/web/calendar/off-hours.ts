import { daysOf, minutesOn } from './entry.ts';
import type { ToldSpan } from './told-span.ts';

/** The stretches of a day, in minutes from its midnight, that lie outside of some spans, which are in order. */
export function offHours(
  working: readonly ToldSpan[],
  day: string,
  timeZone: string,
): readonly { readonly from: number; readonly to: number }[] {
  const off: { from: number; to: number }[] = [];
  let reached = 0;
  for (const { from, to } of working.map((span) => minutesOn(asEntry(span), day, timeZone))) {
    if (to <= reached || from >= 1440) continue;
    if (from > reached) off.push({ from: reached, to: from });
    reached = to;
  }
  return reached < 1440 ? [...off, { from: reached, to: 1440 }] : off;
}

/** The days on which something of these spans lies. */
export function workedDays(working: readonly ToldSpan[], timeZone: string): ReadonlySet<string> {
  return new Set(working.flatMap((span) => daysOf(asEntry(span), timeZone)));
}

function asEntry(span: ToldSpan) {
  return { key: '', record: { id: '', version: 0 }, whole: false, ...span };
}
