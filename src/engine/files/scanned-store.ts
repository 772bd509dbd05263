import type { FileScan, FileScanner } from '#kernel/port/file-scanner.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';

/**
 * A store that takes in only what a scanner has looked through, while it comes: a file in which something was found is
 * refused, and so is every file while the scanner does not answer. Nothing of either is kept.
 */
export function scannedStore(
  store: FileStore,
  scanner: FileScanner,
  report: (error: unknown) => void,
): FileStore {
  return {
    ...store,
    async receive(bytes, kept) {
      const scan = scanner.begin();
      try {
        const received = await store.receive(passing(bytes, scan), kept);
        const found = await scan.verdict().catch(async (error: unknown) => {
          await received.discard();
          report(error);
          throw new Refusal('unavailable', [], { code: 'notScanned' });
        });
        if (found === undefined) return received;
        await received.discard();
        throw new Refusal('invalid', [{ field: 'file', code: 'infected', parameters: { found } }]);
      } finally {
        scan.abort();
      }
    },
  };
}

/** The same bytes, seen by the scanner. What goes wrong with it comes out when its verdict is asked for. */
async function* passing(bytes: AsyncIterable<Uint8Array>, scan: FileScan) {
  for await (const piece of bytes) {
    await scan.take(piece);
    yield piece;
  }
}
