import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { sealedMark } from '#kernel/sealed.ts';
import type { TableRow } from '../import-export/reading/table-row.ts';
import type { Context } from '../records/context.ts';
import { type Taken, takeCells } from './cells.ts';
import { ChoiceReader } from './choice-reader.ts';
import { isEmptyRow } from './empty-row.ts';
import { type Existing, existingRecords } from './existing-records.ts';
import { isAbsent, type ReferenceFinder } from './find-references.ts';
import type { ImportFile, ImportOptions, RowProblem } from './import-job.ts';
import { keptText } from './kept-text.ts';
import { readingProblems } from './reading-problems.ts';
import type { Reporter } from './report.ts';
import { type RowValues, rowValues, soughtIn, targetOf } from './row-values.ts';
import { type Writable, type Written, writeBatch } from './write-batch.ts';

/** What became of one row. */
export interface RowOutcome {
  readonly row: number;
  readonly status: 'created' | 'updated' | 'skipped' | 'failed' | 'empty';
  readonly record?: string;
  readonly version?: number;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly RowProblem[];
}

/** Brings rows of one file in, a batch at a time, each batch inside the caller's transaction. */
export class RowImporter {
  readonly #object: ObjectModel;
  readonly #file: ImportFile;
  readonly #options: ImportOptions;
  readonly #finder: ReferenceFinder;
  readonly #reporter: Reporter;
  readonly #choices: ChoiceReader;

  constructor(
    context: Context,
    file: ImportFile,
    options: ImportOptions,
    finder: ReferenceFinder,
    reporter: Reporter,
  ) {
    this.#object = objectNamed(context.registry, file.object);
    this.#file = file;
    this.#options = options;
    this.#finder = finder;
    this.#reporter = reporter;
    this.#choices = new ChoiceReader(context.registry, this.#object);
  }

  async bring(context: Context, all: readonly TableRow[]): Promise<readonly RowOutcome[]> {
    const rows = all.filter((row) => !isEmptyRow(row));
    const taken = rows.map((row) => takeCells(this.#file.mapping, this.#file.header, row.cells));
    await this.#lookUp(context, taken);
    const read = rows.map((row, index) => {
      const cells = taken[index] ?? [];
      const values = rowValues(context, this.#object, row.row, cells, this.#finder, this.#choices);
      return { ...values, problems: [...readingProblems(row, this.#file.header), ...values.problems] };
    });
    const refused = read.filter(({ problems }) => problems.length > 0);
    for (const { problems, unknown } of refused) {
      this.#reporter.add(problems);
      for (const { column, value } of unknown) this.#reporter.addUnknown(column, value);
    }
    const sound = read.filter(({ problems }) => problems.length === 0);
    const { writable, others } = await this.#recognise(context, sound);
    const written = await writeBatch(context, this.#object, writable);
    const raws = new Map(rows.map((row, index) => [row.row, taken[index] ?? []]));
    return [
      ...all.filter(isEmptyRow).map(({ row }) => ({ row, status: 'empty' as const })),
      ...refused.map(({ row, problems }) => ({ row, status: 'failed' as const, problems })),
      ...others,
      ...written.map((each) => this.#outcome(each, raws.get(each.row) ?? [])),
    ];
  }

  async #lookUp(context: Context, taken: readonly (readonly Taken[])[]): Promise<void> {
    const sought = taken.flatMap((cells) => soughtIn(context, this.#object, cells));
    await this.#finder.look(context, sought);
    for (const { field: name, createMissing, match } of this.#file.mapping) {
      const field = this.#object.fields.get(name ?? '');
      const target = field && targetOf(context, field);
      if (createMissing !== true || target === undefined || target === this.#object.name) continue;
      const missing = sought
        .filter((each) => each.target === target && each.match === (match ?? null))
        .filter((each) => isAbsent(this.#finder.get(each)))
        .map(({ text }) => text);
      await this.#finder.create(context, target, match ?? null, missing);
    }
  }

  /** Tells rows whose record is there already, or came a few rows before, from new ones. */
  async #recognise(
    context: Context,
    rows: readonly RowValues[],
  ): Promise<{ readonly writable: readonly Writable[]; readonly others: readonly RowOutcome[] }> {
    const { matchBy } = this.#file;
    const { duplicates } = this.#options;
    if (matchBy === null || duplicates === 'create') return { writable: rows, others: [] };
    const keys = rows.map(({ values }) => keptText(context, this.#object, matchBy, values[matchBy]));
    const sought = new Set(keys.filter((key) => key !== undefined));
    const known = new Map<string, Existing | undefined>(
      await existingRecords(context, this.#object.name, matchBy, [...sought]),
    );
    const writable: Writable[] = [];
    const others: RowOutcome[] = [];
    for (const [index, row] of rows.entries()) {
      const key = keys[index];
      const existing = key === undefined ? undefined : known.get(key);
      if (key === undefined || !known.has(key)) writable.push(row);
      else if (duplicates === 'skip' || existing === undefined)
        others.push({ row: row.row, status: 'skipped', ...(existing && { record: existing.id }) });
      else if (existing.several) others.push(this.#ambiguous(row, matchBy));
      else writable.push({ ...row, existing: existing.id });
      if (key !== undefined && !known.has(key)) known.set(key, undefined);
    }
    return { writable, others };
  }

  /** Nobody knows which of several records a row is to change. */
  #ambiguous({ row, values }: RowValues, field: string): RowOutcome {
    const column = this.#file.mapping.find((each) => each.field === field)?.column ?? null;
    const problems = [
      { row, column, field, code: 'severalMatch', value: told(this.#object, field, String(values[field])) },
    ];
    this.#reporter.add(problems);
    return { row, status: 'failed', problems };
  }

  #outcome({ row, status, complaints, ...rest }: Written, taken: readonly Taken[]): RowOutcome {
    const problems = complaints.map(({ field, code, parameters }): RowProblem => {
      const cell = taken.find(({ mapping }) => mapping.field === field);
      return {
        ...{ row, column: cell?.mapping.column ?? null, field, code },
        ...(parameters && { parameters }),
        value: told(this.#object, field, cell?.raw ?? null),
      };
    });
    this.#reporter.add(problems);
    return { row, status, ...rest, ...(problems.length > 0 && { problems }) };
  }
}

/** A value as a report may keep it. */
function told(object: ObjectModel, field: string, value: string | null): string | null {
  return value !== null && object.fields.get(field)?.sealed === true ? sealedMark : value;
}
