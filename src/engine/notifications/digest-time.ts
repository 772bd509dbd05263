import { clockIn, dayIn, instantOf } from '#kernel/expression/zone.ts';

/** When a person gets his digest, on his own clock. */
export interface DigestTime {
  /** Of the day. */
  readonly minute: number;
  /** Monday is 1, Sunday 7. */
  readonly weekdays: readonly number[];
}

/** Eight in the morning from Monday to Friday, for whoever has chosen nothing else. */
export const usualDigestTime: DigestTime = { minute: 480, weekdays: [1, 2, 3, 4, 5] };

const day = 86_400_000;

/** The first time after an instant, both in milliseconds; undefined without a weekday. */
export function nextDigest(
  after: number,
  { minute, weekdays }: DigestTime,
  timeZone: string,
): number | undefined {
  const today = Date.parse(`${dayIn(after, timeZone)}T00:00:00Z`);
  for (let days = 0; days <= 8; days++) {
    const clock = today + days * day + minute * 60_000;
    const weekday = new Date(clock).getUTCDay() || 7;
    const instant = instantOf(clock, timeZone);
    if (weekdays.includes(weekday) && instant > after && clockIn(after, timeZone) < clock) return instant;
  }
  return undefined;
}
