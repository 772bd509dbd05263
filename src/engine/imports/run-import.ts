import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { mayImport } from '../access/rights.ts';
import type { TableRow } from '../import-export/reading/table-row.ts';
import type { Context } from '../records/context.ts';
import { takenBack } from '../records/taken-back.ts';
import { ReferenceFinder } from './find-references.ts';
import { type ImportFile, type ImportJob, noneYet } from './import-job.ts';
import { RowImporter, type RowOutcome } from './import-rows.ts';
import { saveImport } from './import-table.ts';
import { linkOwn, ownReferences } from './link-own.ts';
import { orderOfFiles } from './order-files.ts';
import { Reporter } from './report.ts';
import { loggedRows, logLinks, logMade, logRows, recordsOfRows } from './row-log.ts';
import { openImported } from './stored-tables.ts';

/** Rows written in one transaction: new ones in one statement, changed ones each in its own, so fewer at a time. */
const batchSizes = { skip: 1000, create: 1000, update: 200 } as const;

/**
 * Brings all files of an import in, each batch of rows with its account in one transaction, so that whatever happens
 * it is known for every row. A dry run does the very same in one transaction that is taken back. Rejects when the
 * signal says so, between two batches; the import can go on later.
 */
export async function runImport(
  context: Context,
  store: FileStore,
  job: ImportJob,
  signal: AbortSignal,
): Promise<ImportJob> {
  for (const { object } of job.files)
    if (!mayImport(objectNamed(context.registry, object), context.actor)) throw new Refusal('forbidden');
  const dryRun = job.state === 'checking';
  const run = new ImportRun(context, store, job, dryRun, signal);
  return dryRun ? takenBack(context, (inside) => run.all(inside)) : run.all(context);
}

class ImportRun {
  /** Where progress is told: outside the transaction of a dry run. */
  readonly #outside: Context;
  readonly #store: FileStore;
  readonly #dryRun: boolean;
  readonly #signal: AbortSignal;
  readonly #finder = new ReferenceFinder((inside, object, records) => this.#made(inside, object, records));
  #job: ImportJob;
  /** The file that is under way. */
  #place = 0;

  constructor(context: Context, store: FileStore, job: ImportJob, dryRun: boolean, signal: AbortSignal) {
    this.#signal = signal;
    this.#outside = context;
    this.#store = store;
    this.#job = job;
    this.#dryRun = dryRun;
  }

  async all(context: Context): Promise<ImportJob> {
    for (const place of orderOfFiles(context, this.#job.files)) await this.#file(context, place);
    return this.#job;
  }

  async #file(context: Context, place: number): Promise<void> {
    this.#place = place;
    const done = this.#dryRun ? new Set<number>() : await loggedRows(context, this.#job.id, place);
    if (done.size === 0) this.#change(place, { ...noneYet });
    const file = this.#job.files[place] as ImportFile;
    const reporter = new Reporter();
    const importer = new RowImporter(context, file, this.#job.options, this.#finder, reporter);
    const created = new Map<number, string>();
    await this.#eachBatch(context, file, async (inside, rows) => {
      const open = rows.filter(({ row }) => !done.has(row));
      if (open.length === 0) return;
      const outcomes = await importer.bring(inside, open);
      for (const { row, record, status } of outcomes)
        if (record !== undefined && status !== 'skipped') created.set(row, record);
      this.#count(place, outcomes);
      if (!this.#dryRun) await logRows(inside, this.#job.id, place, outcomes);
    });
    if (ownReferences(context, file).length > 0) {
      const records = this.#dryRun ? created : await recordsOfRows(context, this.#job.id, place);
      await this.#eachBatch(context, file, async (inside, rows) => {
        const known = rows.flatMap((row) => {
          const record = records.get(row.row);
          return record === undefined ? [] : [{ row, record }];
        });
        const linked = await linkOwn(inside, file, known, this.#finder, reporter);
        if (!this.#dryRun) await logLinks(inside, this.#job.id, place, linked);
      });
    }
    this.#change(place, { report: await reporter.report(context, file) });
    await this.#tell(this.#outside);
  }

  /** Reads the file once more from its beginning and works on batches of its rows, each in a transaction. */
  async #eachBatch(
    context: Context,
    file: ImportFile,
    work: (inside: Context, rows: readonly TableRow[]) => Promise<void>,
  ): Promise<void> {
    const table = await openImported(this.#store, context.workspace, file);
    try {
      let rows: TableRow[] = [];
      const flush = async () => {
        const part = rows;
        rows = [];
        this.#signal.throwIfAborted();
        await context.database.transaction(async (database) => {
          const inside: Context = { ...context, database, now: Date.now() };
          await work(inside, part);
          if (!this.#dryRun) await this.#tell(inside);
        });
        if (this.#dryRun) await this.#tell(this.#outside);
      };
      for await (const row of table.rows()) {
        rows.push(row);
        if (rows.length === batchSizes[this.#job.options.duplicates]) await flush();
      }
      if (rows.length > 0) await flush();
    } finally {
      await table.close();
    }
  }

  async #made(context: Context, object: string, records: readonly string[]): Promise<void> {
    if (!this.#dryRun) await logMade(context, this.#job.id, this.#place, object, records);
  }

  #count(place: number, outcomes: readonly RowOutcome[]): void {
    const file = this.#job.files[place] as ImportFile;
    const of = (status: RowOutcome['status']) => outcomes.filter((each) => each.status === status).length;
    this.#change(place, {
      processed: file.processed + outcomes.length,
      created: file.created + of('created'),
      updated: file.updated + of('updated'),
      skipped: file.skipped + of('skipped'),
      failed: file.failed + of('failed'),
      empty: (file.empty ?? 0) + of('empty'),
    });
  }

  #change(place: number, values: Partial<ImportFile>): void {
    const files = this.#job.files.map((file, index) => (index === place ? { ...file, ...values } : file));
    this.#job = { ...this.#job, files };
  }

  #tell(context: Context): Promise<void> {
    return saveImport(context, this.#job);
  }
}
