import type { StoredFile } from '#kernel/field/file/file.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { fileNameInput } from './file-name-input.ts';
import { headLength, mediaTypeOf } from './media-type.ts';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Bytes at most. */
  readonly limit: number;
}

/** Takes a file in; until a record holds it, it belongs to whoever brought it. */
export async function receiveFile(
  context: Context,
  store: FileStore,
  file: IncomingFile,
): Promise<StoredFile> {
  const { database, workspace, actor } = context;
  const name = fileNameInput(file.name);
  const head: Uint8Array[] = [];
  const received = await store.receive(watched(file, name, head)).catch(async (refusal: unknown) => {
    await noteInfected(context, name, refusal);
    throw refusal;
  });
  try {
    const id = uuidv7();
    const { hash, size } = received;
    workspace.room?.takeBytes(size);
    const mediaType = mediaTypeOf(name, Buffer.concat(head).subarray(0, headLength));
    await database.transaction(async (inside) => {
      await holdContent(inside, workspace, hash);
      await received.settle(workspace.name);
      await inside.run(
        `with stored as (
           insert into ${quoted(workspace.schema)}.stored_file (id, hash, name, size, media_type, uploaded_by)
           values ($1, $2, $3, $4, $5, $6) returning id)
         insert into ${quoted(workspace.schema)}.file_text (file) select id from stored`,
        [id, hash, name, size, mediaType, actor.id],
      );
    });
    return { id, name, size, mediaType };
  } finally {
    await received.discard();
  }
}

/** Keeps the last holder of some content from being removed while another one arrives. */
export async function holdContent(
  database: Context['database'],
  { schema }: Context['workspace'],
  hash: string,
): Promise<void> {
  await database.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${schema} file ${hash}`]);
}

/** The bytes, the first of them noted; refuses when there are too many. */
async function* watched({ bytes, limit }: IncomingFile, name: string, head: Uint8Array[]) {
  let size = 0;
  for await (const chunk of bytes) {
    if (size < headLength) head.push(chunk);
    size += chunk.length;
    if (size > limit) throw fileTooLarge(name, limit);
    yield chunk;
  }
}

function fileTooLarge(name: string, limit: number): Refusal {
  const parameters = { name, most: Math.floor(limit / 1024 / 1024) };
  return new Refusal('tooLarge', [{ field: 'file', code: 'fileTooLarge', parameters }]);
}

/** Who brought something harmful stands in the audit. */
async function noteInfected({ database, workspace, actor }: Context, name: string, refusal: unknown) {
  if (!(refusal instanceof Refusal)) return;
  const [complaint] = refusal.complaints;
  if (complaint?.code !== 'infected') return;
  await recordAuditEntry(database, {
    ...{ workspace: workspace.name, actor: actor.id, kind: 'file.infected' },
    facts: { name, found: String(complaint.parameters?.found) },
  });
}
