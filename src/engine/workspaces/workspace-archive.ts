import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import type { FileStore } from '#kernel/port/file-store.ts';
import type { Registry } from '#kernel/registry.ts';
import { type Database, databaseOnClient } from '../database/database.ts';
import type { Workspace } from '../identity/workspaces.ts';
import { quoted } from '../sql/fragment.ts';
import { archiveGuide, archiveReadme } from './archive-guide.ts';
import { type ArchivedTable, archivedBeside, archivedTables } from './archive-tables.ts';

export interface ArchiveSource {
  readonly pool: Pool;
  readonly files: FileStore | undefined;
  /** With the fields that are put away. */
  readonly registry: Registry;
}

/**
 * All that a workspace keeps, as it is at one moment, as one archive that needs no Guanxi to be read: records, history,
 * audit, files and settings, with sums of everything. Made while it is read, so it takes no room of its own.
 */
export async function workspaceArchive(source: ArchiveSource, workspace: Workspace): Promise<Readable> {
  const client = await source.pool.connect();
  const database = databaseOnClient(client);
  let tables: readonly ArchivedTable[];
  let files: readonly ArchivedFile[];
  try {
    await database.script('begin isolation level repeatable read read only');
    tables = [
      ...(await archivedTables(database, source.registry, workspace.schema)),
      ...archivedBeside(workspace.name),
    ];
    files = source.files === undefined ? [] : await archivedFiles(database, workspace.schema);
  } catch (error) {
    client.release(true);
    throw error;
  }
  const zip = new SummedZip();
  const { name, label, settings, createdAt } = workspace;
  zip.add('README.txt', () => Readable.from([archiveReadme]));
  zip.add('company.json', () => json({ name, label, createdAt, settings }));
  zip.add('objects.json', () => json(archiveGuide(source.registry)));
  for (const { path, statement } of tables) zip.add(path, () => client.query(copyTo(copyText(statement))));
  for (const { id, name: file, hash } of files)
    zip.add(`files/${id}-${file.replaceAll(/[/\\]/g, '_')}`, () =>
      Readable.from(source.files?.read({ workspace: workspace.name, hash }) ?? []),
    );
  const output = zip.end();
  output.once('close', async () => {
    // Whoever stops reading half way leaves a copy under way: that connection is of no use to anybody else.
    const whole =
      output.readableEnded &&
      (await database.script('commit').then(
        () => true,
        () => false,
      ));
    client.release(!whole);
  });
  return output;
}

/** Lines as they are: of signs that JSON never contains as such, COPY finds none to escape. */
function copyText(statement: string): string {
  return `copy (${statement}) to stdout (format csv, delimiter e'\\x01', quote e'\\x02')`;
}

function json(value: object): Readable {
  return Readable.from([JSON.stringify(value, undefined, 2)]);
}

interface ArchivedFile {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
}

async function archivedFiles(database: Database, schema: string): Promise<readonly ArchivedFile[]> {
  const rows = await database.run(`select id, name, hash from ${quoted(schema)}.stored_file order by id`);
  return rows.map(([id, name, hash]) => ({ id: id ?? '', name: name ?? '', hash: hash ?? '' }));
}

/** An archive whose last file says the sums of all others. Each content is opened when its turn comes. */
class SummedZip {
  readonly #zip = new ZipFile();
  readonly #output = this.#zip.outputStream as Readable;
  readonly #sums: string[] = [];

  constructor() {
    this.#zip.on('error', (error: Error) => this.#output.destroy(error));
  }

  add(path: string, open: () => Readable): void {
    this.#zip.addReadStreamLazy(path, {}, (give) => {
      const hash = createHash('sha256');
      const content = open();
      const summed = new Transform({
        transform(chunk, _encoding, done) {
          hash.update(chunk);
          done(undefined, chunk);
        },
        flush: (done) => {
          this.#sums.push(`${hash.digest('hex')}  ${path}\n`);
          done();
        },
      });
      content.on('error', (error) => this.#output.destroy(error));
      give(null, content.pipe(summed));
    });
  }

  end(): Readable {
    this.#zip.addReadStreamLazy('SHA256SUMS', {}, (give) => give(null, Readable.from(this.#sums)));
    this.#zip.end();
    return this.#output;
  }
}
