import { parentPort, workerData } from 'node:worker_threads';
import { type Compared, comparedOf, pairsAmong } from '../pairs-among.ts';
import type { ToCompareBy, Told } from './compare-apart.ts';

/** Compares records apart from the server: pages of them as JSON, and at last nothing more. */
const { rules, mostPairs, beat } = workerData as ToCompareBy;
const records: Compared[] = [];

parentPort?.on('message', (page: Uint8Array | null) => {
  if (page === null) return compare();
  const values = JSON.parse(Buffer.from(page).toString()) as Parameters<typeof comparedOf>[1][];
  for (const each of values) records.push(comparedOf(rules, each));
});

function compare(): void {
  const tell = (told: Told) => parentPort?.postMessage(told);
  let last = performance.now();
  const pairs = pairsAmong(rules, records, (done) => {
    if (performance.now() - last < beat) return;
    last = performance.now();
    tell({ done });
  });
  tell({ pairs: pairs.slice(0, mostPairs) });
}
