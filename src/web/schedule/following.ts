import type { Bar } from './bar.ts';
import { inOrder } from './critical-path.ts';
import type { BarPart } from './moved-bar.ts';

/** By how many days each of some bars moves. */
export type Moves = ReadonlyMap<string, number>;

const dayLength = 86_400_000;

/** Everything that comes after a bar, at once or by way of others, moved as far as the bar. */
export function movedAlong(following: readonly Bar[], days: number): Moves {
  return new Map(following.map(({ id }) => [id, days]));
}

/** What comes after a bar moved only as far as needed, so that nothing of it begins before what moved has ended. */
export function pushedBy(moved: Bar, part: BarPart, days: number, following: readonly Bar[]): Moves {
  const moves = new Map<string, number>();
  const over = new Map([[moved.id, part === 'start' ? moved.until : moved.until + days * dayLength]]);
  const concerned = [{ id: moved.id, after: [] }, ...following];
  const byId = new Map(following.map((bar) => [bar.id, bar]));
  for (const { work, after } of inOrder<{ id: string; after: readonly string[] }>(concerned)) {
    const bar = byId.get(work.id);
    if (!bar) continue;
    const free = Math.max(...after.flatMap(({ id }) => over.get(id) ?? []), Number.NEGATIVE_INFINITY);
    const by = Math.ceil((free - bar.from) / dayLength);
    if (by <= 0) continue;
    moves.set(bar.id, by);
    over.set(bar.id, bar.until + by * dayLength);
  }
  return moves;
}
