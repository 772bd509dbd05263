import type { NumberKind } from './number-format.ts';

const DAY = 86_400_000;
/** Day 0 of the serial numbers, so that day 61 is 1 March 1900: Excel believes in a 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_1904 = 1462;
/** The day after 9999-12-31. */
const LAST = 2_958_466;

/** A day number as ISO text, without a time zone: spreadsheets have none. Undefined when it is no date. */
export function serialDate(serial: number, kind: NumberKind, from1904: boolean): string | undefined {
  if (!(serial >= 0) || serial >= LAST) return undefined;
  if (kind === 'duration') return clock(Math.round(serial * DAY));
  if (kind === 'time' && serial < 1) return clock(Math.round(serial * DAY) % DAY);
  let day = from1904 ? serial + DAYS_1904 : serial;
  if (day < 60) day += 1;
  const iso = new Date(EPOCH + Math.round(day * DAY)).toISOString();
  if (kind === 'date' && Number.isInteger(serial)) return iso.slice(0, 10);
  return iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23);
}

/** An ISO date or date-time without time zone as a day number; undefined when it is none that Excel can hold. */
export function dateSerial(iso: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?$/.test(iso)) return undefined;
  const time = Date.parse(`${iso.length === 10 ? `${iso}T00:00` : iso}Z`);
  const serial = (time - EPOCH) / DAY;
  return serial >= 61 && serial < LAST ? serial : undefined;
}

/** Hours may pass 24: a duration. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
