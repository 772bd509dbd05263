import { instantOf } from '#kernel/writing/wall-clock.ts';
import { addDays } from './days.ts';

/** A span of time as the server tells and takes it: two instants. */
export interface ToldSpan {
  readonly from: string;
  readonly to: string;
}

/** The whole of some days that follow each other, on the clocks of a time zone. */
export function spanOf(days: readonly string[], timeZone: string): ToldSpan {
  return {
    from: instantOf(`${days[0]} 00:00:00`, timeZone),
    to: instantOf(`${addDays(days.at(-1) ?? '', 1)} 00:00:00`, timeZone),
  };
}
