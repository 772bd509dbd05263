import type { FileStore } from '#kernel/port/file-store.ts';
import type { Database } from '../../database/database.ts';
import type { Workspace } from '../../records/context.ts';
import { quoted } from '../../sql/fragment.ts';
import type { FoundFile } from '../find-file.ts';
import { textLimits } from './limits.ts';
import { type ReadText, readText } from './read-text.ts';

/** One file is read at a time: reading takes a processor for itself. */
let underWay: Promise<unknown> = Promise.resolve();

/** Reads a file and keeps what is written there. */
export function keepText(
  database: Database,
  workspace: Workspace,
  store: FileStore,
  file: FoundFile,
): Promise<ReadText> {
  const mine = underWay.then(async () => {
    const read = await readStored(workspace, store, file);
    await database.run(
      `insert into ${quoted(workspace.schema)}.file_text (file, state, text, words)
       select $1, $2, $3, array_to_tsvector($4::text[])
       where exists (select 1 from ${quoted(workspace.schema)}.stored_file where id = $1)
       on conflict (file) do update set state = excluded.state, text = excluded.text, words = excluded.words`,
      [file.id, read.state, read.text, read.words],
    );
    return read;
  });
  underWay = mine.catch(() => {});
  return mine;
}

async function readStored(workspace: Workspace, store: FileStore, file: FoundFile): Promise<ReadText> {
  const { name, mediaType, hash, size } = file;
  if (size > textLimits.bytes) return { state: 'tooLarge', text: '', words: [] };
  const pieces: Uint8Array[] = [];
  for await (const piece of store.read({ workspace: workspace.name, hash })) pieces.push(piece);
  return readText({ name, mediaType, bytes: Buffer.concat(pieces) });
}
