import { momentFormat } from './intl-formats.ts';

/** What a clock on the wall of a time zone shows at an instant: `2026-11-23 14:05:00`. */
export function wallClock(instant: string, timeZone: string): string {
  const parts = momentFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/**
 * The instant at which a clock of that zone shows this time, as ISO in UTC.
 * A time skipped in spring moves forward; of one shown twice in autumn the first is taken.
 */
export function instantOf(wall: string, timeZone: string): string {
  const naive = Date.parse(`${wall.replace(' ', 'T')}Z`);
  const offsets = [-86_400_000, 86_400_000].map((span) => offsetAt(naive + span, timeZone));
  const candidates = offsets.map((offset) => naive - offset).sort((one, other) => one - other);
  const exact = candidates.find((at) => at + offsetAt(at, timeZone) === naive);
  return new Date(exact ?? naive - (offsets[0] ?? 0)).toISOString();
}

/** Today's date in a zone. */
export function todayIn(timeZone: string, now = new Date()): string {
  return wallClock(now.toISOString(), timeZone).slice(0, 10);
}

function offsetAt(at: number, timeZone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  return Date.parse(`${wallClock(new Date(whole).toISOString(), timeZone).replace(' ', 'T')}Z`) - whole;
}
