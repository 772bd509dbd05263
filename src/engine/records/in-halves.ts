import type { Complaint } from '#kernel/problem.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';

/**
 * Does something with all of these at once; when that is refused, with each half by itself, until it is known which are
 * to blame. Inside a transaction, which keeps what was not refused.
 */
export async function inHalves<Item>(
  context: Context,
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<unknown>,
  refused: (item: Item, complaints: readonly Complaint[]) => void,
): Promise<void> {
  const [only] = items;
  if (only === undefined) return;
  const refusal = await attempt(context, () => work(items));
  if (refusal === undefined) return;
  if (items.length === 1) return refused(only, refusal.complaints);
  const middle = Math.ceil(items.length / 2);
  await inHalves(context, items.slice(0, middle), work, refused);
  await inHalves(context, items.slice(middle), work, refused);
}
