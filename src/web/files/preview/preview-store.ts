import type { StoredFile } from '#web/fields/file/format.ts';
import { createStore } from '#web/kit/store.ts';

interface ShownFiles {
  readonly files: readonly StoredFile[];
  /** The place of the one that is shown. */
  readonly at: number;
}

/** The files that are looked at over whatever is on screen. */
export const shownFiles = createStore<ShownFiles | undefined>(undefined);

/** Shows a file without leaving the page; the arrow keys go to those beside it. */
export function showFile(file: StoredFile, among: readonly StoredFile[] = [file]): void {
  const at = Math.max(
    0,
    among.findIndex(({ id }) => id === file.id),
  );
  shownFiles.set({ files: among, at });
}
