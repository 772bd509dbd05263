import type { Context } from '#engine/records/context.ts';
import { createLimit, createRecords } from '#engine/records/create.ts';
import type { Creation } from '../happening.ts';

/** In the order in which one refers to the other. */
const order = [
  'contract',
  'quote',
  'quoteLine',
  'order',
  'orderLine',
  'asset',
  'invoice',
  'invoiceLine',
  'payment',
  'return',
  'returnLine',
  'case',
];

/**
 * Writes the trade down through the same rules as every door, many records at a time, each as of its own day and in the
 * numbers of its own year. What follows from other records is given with each, as a verb may.
 */
export async function writeTrade(context: Context, entries: readonly Creation[]): Promise<void> {
  for (const object of order) {
    const own = entries.filter((entry) => entry.object === object).sort((one, other) => one.at - other.at);
    const years = Map.groupBy(own, ({ at }) => new Date(at).getUTCFullYear());
    for (const written of years.values())
      for (let from = 0; from < written.length; from += createLimit) {
        const batch = written.slice(from, from + createLimit);
        const inputs = batch.map(({ id, at, by, values }) => ({
          id,
          values,
          written: { at: new Date(at).toISOString(), by },
        }));
        await createRecords(
          { ...context, now: batch.at(-1)?.at ?? context.now, verb: 'loading' },
          object,
          inputs,
        );
      }
  }
}
