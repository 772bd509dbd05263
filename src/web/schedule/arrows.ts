import type { Bar } from './bar.ts';

/** One bar comes after another. */
export interface Arrow {
  readonly before: Bar;
  readonly after: Bar;
  /** It begins before the other has ended. */
  readonly broken: boolean;
}

/** The arrows between bars that are shown, by the id of what comes after. */
export function arrowsBetween(bars: readonly Bar[]): ReadonlyMap<string, readonly Arrow[]> {
  const byId = new Map(bars.map((bar) => [bar.id, bar]));
  return new Map(
    bars.map((after) => [
      after.id,
      after.after.flatMap((id) => {
        const before = byId.get(id);
        return before ? [{ before, after, broken: after.from < before.until }] : [];
      }),
    ]),
  );
}
