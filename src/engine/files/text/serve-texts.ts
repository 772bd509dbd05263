import type { FileStore } from '#kernel/port/file-store.ts';
import type { Database } from '../../database/database.ts';
import { keepLooking, type Looking } from '../../jobs/keep-looking.ts';
import type { Workspace } from '../../records/context.ts';
import { quoted } from '../../sql/fragment.ts';
import type { FoundFile } from '../find-file.ts';
import { keepText } from './keep-text.ts';

/** Milliseconds between two looks when nobody has brought a file to this server. */
const rest = 60_000;

/** Reads what is written in the files that came, one after the other, in every workspace, until stopped. */
export function serveTexts(
  database: Database,
  workspaces: () => Promise<readonly Workspace[]>,
  store: FileStore,
  report: (error: unknown) => void,
): Looking {
  return keepLooking(
    async (stopped) => {
      for (const workspace of await workspaces())
        while (!stopped()) {
          const file = await nextFile(database, workspace);
          if (file === undefined) break;
          await keepText(database, workspace, store, file).catch(report);
        }
    },
    report,
    rest,
  );
}

/** Taken before it is read: a file that ends its reader is not read again. */
async function nextFile(database: Database, { schema }: Workspace): Promise<FoundFile | undefined> {
  const [row] = await database.run(
    `with next as (
       update ${quoted(schema)}.file_text set state = 'reading' where file = (
         select file from ${quoted(schema)}.file_text where state = 'waiting' order by file limit 1 for update skip locked)
       returning file)
     select f.id, f.hash, f.name, f.size, f.media_type from next join ${quoted(schema)}.stored_file f on f.id = next.file`,
  );
  if (row === undefined) return undefined;
  const [id = '', hash = '', name = '', size, mediaType = ''] = row as readonly string[];
  return { id, hash, name, size: Number(size), mediaType };
}
