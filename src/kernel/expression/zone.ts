/** The instant, in milliseconds, at which a day begins in a time zone (IANA name). */
export function startOfDay(day: string, timeZone: string): number {
  const guess = Date.parse(`${day}T00:00:00Z`);
  const once = guess - offset(guess, timeZone);
  const twice = guess - offset(once, timeZone);
  // Where clocks are set forward at midnight the day begins later than its midnight, which there is not.
  return dayIn(twice, timeZone) < day ? once : twice;
}

/** The calendar day of an instant in a time zone. */
export function dayIn(milliseconds: number, timeZone: string): string {
  // No day has ended within a quarter of an hour since clocks are set by whole ones.
  const at = Math.floor(milliseconds / quarter);
  const known = days.get(timeZone);
  if (known?.quarter === at) return known.day;
  const day = new Date(milliseconds + offset(milliseconds, timeZone)).toISOString().slice(0, 10);
  if (milliseconds >= quarterly) days.set(timeZone, { quarter: at, day });
  return day;
}

/** What the clocks of a time zone show at an instant, in milliseconds as if it were UTC. */
export function clockIn(milliseconds: number, timeZone: string): number {
  return milliseconds + offset(milliseconds, timeZone);
}

/** The instant at which clocks show that; where they are set forward over it, as much later. */
export function instantOf(clock: number, timeZone: string): number {
  return clock - offset(clock - offset(clock, timeZone), timeZone);
}

/** `Date.UTC` takes a year below 100 for one of the twentieth century; no clock followed a zone then. */
const firstZoned = Date.parse('0100-01-02T00:00:00Z');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Clocks have been set only at whole quarters of an hour since then. */
const quarterly = Date.parse('1980-01-01T00:00:00Z');
const quarter = 15 * 60_000;
const recent = new Map<string, { readonly quarter: number; readonly offset: number }>();
const days = new Map<string, { readonly quarter: number; readonly day: string }>();

/** Milliseconds that the zone is ahead of UTC at that instant. */
function offset(milliseconds: number, timeZone: string): number {
  if (milliseconds < firstZoned) return 0;
  if (milliseconds < quarterly) return computedOffset(milliseconds, timeZone);
  const at = Math.floor(milliseconds / quarter);
  const known = recent.get(timeZone);
  if (known?.quarter === at) return known.offset;
  const computed = computedOffset(milliseconds, timeZone);
  recent.set(timeZone, { quarter: at, offset: computed });
  return computed;
}

function computedOffset(milliseconds: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? remember(timeZone);
  const parts = Object.fromEntries(
    format.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second,
  );
  return local - Math.floor(milliseconds / 1000) * 1000;
}

function remember(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
