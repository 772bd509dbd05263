import { clockIn } from '#kernel/expression/zone.ts';
import type { ContentLine } from './content-lines.ts';

const day = 86_400_000;

/**
 * What a time zone's clocks show between two instants, told as RFC 5545 asks for it: each time that they are set, so
 * that a program follows them which knows the zone by no name.
 */
export function zoneLines(zone: string, from: number, to: number): readonly ContentLine[] {
  const changes = [from, ...settings(zone, from, to)];
  return [
    { name: 'BEGIN', value: 'VTIMEZONE' },
    { name: 'TZID', value: zone },
    ...changes.flatMap((at, index) => {
      const [before, after] = [offset(zone, index === 0 ? at : at - 1), offset(zone, at)];
      const kind = after > Math.min(before, offset(zone, at + 182 * day)) ? 'DAYLIGHT' : 'STANDARD';
      return [
        { name: 'BEGIN', value: kind },
        { name: 'DTSTART', value: clockValue(at + before) },
        { name: 'TZOFFSETFROM', value: offsetValue(before) },
        { name: 'TZOFFSETTO', value: offsetValue(after) },
        { name: 'END', value: kind },
      ];
    }),
    { name: 'END', value: 'VTIMEZONE' },
  ];
}

/** A clock's time, given in milliseconds as if it were UTC: `20261127T090000`. */
export function clockValue(clock: number): string {
  return new Date(clock).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

/** The instants at which the clocks of a zone are set. */
function* settings(zone: string, from: number, to: number): Generator<number> {
  for (let at = from; at < to; at += day) {
    if (offset(zone, at) === offset(zone, at + day)) continue;
    let [early, late] = [at, at + day];
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (offset(zone, middle) === offset(zone, early)) early = middle;
      else late = middle;
    }
    yield late;
  }
}

function offset(zone: string, at: number): number {
  return clockIn(at, zone) - at;
}

function offsetValue(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const part = (number: number) => String(number).padStart(2, '0');
  return `${milliseconds < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}${part(minutes % 60)}`;
}
