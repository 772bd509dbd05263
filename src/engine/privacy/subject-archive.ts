import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { FileStore } from '#kernel/port/file-store.ts';
import { asWhole, objectNamed } from '#kernel/registry.ts';
import { fileFields } from '../files/holders.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { openedRecords } from '../sealing/opened-records.ts';
import { quoted } from '../sql/fragment.ts';
import { findSubject, type Records } from './find-subject.ts';
import type { Held, SubjectData } from './subject-data.ts';
import { subjectPage } from './subject-page.ts';

/** Records read together. */
const batch = 200;

/** Everything that is known of a person as an archive: for programs, as a page to read, and his files. */
export async function subjectArchive(
  asked: Context,
  object: string,
  id: string,
  store: FileStore | undefined,
): Promise<Readable> {
  const context = asWhole(asked);
  const { person, related } = await findSubject(context, object, id);
  const data = await dataOf(context, new Map([...person, ...related]));
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(JSON.stringify(data, undefined, 2)), 'data.json');
  zip.addBuffer(Buffer.from(subjectPage(context, data)), 'index.html');
  if (store !== undefined)
    for (const { id: file, name, hash } of await filesOf(context, data)) {
      const content = Readable.from(store.read({ workspace: context.workspace.name, hash }));
      content.on('error', (error) => output.destroy(error));
      zip.addReadStream(content, `files/${file}-${name.replaceAll(/[/\\]/g, '_')}`);
    }
  zip.end();
  return output;
}

async function dataOf(context: Context, all: Records): Promise<SubjectData> {
  const records: Record<string, readonly Held[]> = {};
  for (const [object, ids] of all) {
    const held: Held[] = [];
    for (let at = 0; at < ids.length; at += batch)
      for (const bin of [false, true]) {
        const where = { id: { in: ids.slice(at, at + batch) } };
        held.push(...recordsIn<Held>(await listRecords(context, object, { where, bin, limit: batch })));
      }
    records[object] = await openedRecords(context, objectNamed(context.registry, object), held);
  }
  const history = await context.database.run(
    `select json_build_object('at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'object', object,
       'record', record, 'kind', kind, 'actor', actor, 'changes', changes)
     from ${quoted(context.workspace.schema)}.event where record = any($1::uuid[]) order by sequence`,
    [[...all.values()].flat()],
  );
  return { records, history: history.map(([entry]) => JSON.parse(entry ?? '{}') as object) };
}

interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
}

async function filesOf(context: Context, { records }: SubjectData): Promise<readonly StoredFile[]> {
  const held = Object.entries(records).flatMap(([object, all]) =>
    fileFields(objectNamed(context.registry, object)).flatMap((name) =>
      all.flatMap((record) => (record[name] ?? []) as readonly { readonly id: string }[]),
    ),
  );
  const rows = await context.database.run(
    `select id, name, hash from ${quoted(context.workspace.schema)}.stored_file where id = any($1::uuid[])`,
    [held.map(({ id }) => id)],
  );
  return rows.map(([id, name, hash]) => ({ id: id ?? '', name: name ?? '', hash: hash ?? '' }));
}
