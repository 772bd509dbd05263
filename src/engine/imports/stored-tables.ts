import type { FileStore } from '#kernel/port/file-store.ts';
import type { Delimiter } from '../import-export/reading/delimiter.ts';
import type { Encoding } from '../import-export/reading/encoding.ts';
import { type OpenTable, type OpenTableOptions, openTable } from '../import-export/reading/open-table.ts';
import type { Workspace } from '../records/context.ts';
import type { ImportFile } from './import-job.ts';

/** Files of imports lie apart from those that records hold. */
export function importPlace(workspace: string): string {
  return `${workspace}-imports`;
}

/** Opens a file that was brought for an import, read as the import says. */
export function openImported(
  store: FileStore,
  { name, seal }: Pick<Workspace, 'name' | 'seal'>,
  file: Pick<ImportFile, 'name' | 'hash' | 'encoding' | 'delimiter' | 'sheet'>,
  options: OpenTableOptions = {},
): Promise<OpenTable> {
  const kept = store.read({ workspace: importPlace(name), hash: file.hash });
  const stream = seal ? seal.openFile(kept) : kept;
  return openTable(
    { name: file.name, stream },
    {
      ...options,
      ...(file.encoding !== undefined && { encoding: file.encoding as Encoding }),
      ...(file.delimiter !== undefined && { delimiter: file.delimiter as Delimiter }),
      ...(file.sheet !== undefined && { sheet: file.sheet }),
    },
  );
}
