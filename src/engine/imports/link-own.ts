import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { TableRow } from '../import-export/reading/table-row.ts';
import { attempt } from '../records/attempt.ts';
import type { Context } from '../records/context.ts';
import { readForUpdate } from '../records/read-for-update.ts';
import { updateRecord } from '../records/update.ts';
import { type Taken, takeCells } from './cells.ts';
import { isAbsent, type ReferenceFinder } from './find-references.ts';
import type { ImportFile, RowProblem } from './import-job.ts';
import type { Reporter } from './report.ts';
import { targetOf } from './row-values.ts';

/** The mappings of a file whose references lead to the file's own object: a parent, a manager. */
export function ownReferences(context: Context, file: ImportFile): ImportFile['mapping'] {
  const object = objectNamed(context.registry, file.object);
  return file.mapping.filter(({ field }) => {
    const declared = object.fields.get(field ?? '');
    return declared !== undefined && targetOf(context, declared) === object.name;
  });
}

export interface Linked {
  readonly row: number;
  readonly record: string;
  readonly version?: number;
  /** What the record referred to before. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly problems: readonly RowProblem[];
}

/**
 * Lets records that came from rows refer to each other, once all of them are there: in whatever order the file has
 * them. A reference that cannot be made leaves the record without it, and is told.
 */
export async function linkOwn(
  context: Context,
  file: ImportFile,
  rows: readonly { readonly row: TableRow; readonly record: string }[],
  finder: ReferenceFinder,
  reporter: Reporter,
): Promise<readonly Linked[]> {
  const object = objectNamed(context.registry, file.object);
  const mapping = ownReferences(context, file);
  const taken = rows.map(({ row, record }) => ({
    row: row.row,
    record,
    cells: takeCells(mapping, file.header, row.cells).filter(({ text }) => text !== null),
  }));
  const open = taken.filter(({ cells }) => cells.length > 0);
  await lookUp(
    context,
    object,
    open.flatMap(({ cells }) => cells),
    finder,
  );
  const seen = new Map(
    (
      await readForUpdate(
        context,
        object,
        open.map(({ record }) => record),
        true,
      )
    ).map((found) => [found.record.id, found.record]),
  );
  const linked: Linked[] = [];
  for (const { row, record, cells } of open) {
    const { values, problems } = resolved(object, row, cells, finder);
    const refusal = await attempt(context, async () => {
      const after = JSON.parse(await updateRecord(context, object.name, record, values)) as {
        version: number;
      };
      const earlier = seen.get(record);
      const before = Object.fromEntries(Object.keys(values).map((name) => [name, earlier?.[name] ?? null]));
      linked.push({ row, record, version: after.version, before, problems });
    });
    const refused = (refusal?.complaints ?? []).map(({ field, code }): RowProblem => {
      const cell = cells.find((each) => each.mapping.field === field);
      return { row, column: cell?.mapping.column ?? null, field, code, value: cell?.raw ?? null };
    });
    reporter.add([...problems, ...refused]);
    for (const { column, value } of problems) if (column && value) reporter.addUnknown(column, value);
    if (refusal !== undefined) linked.push({ row, record, problems: [...problems, ...refused] });
  }
  return linked;
}

async function lookUp(
  context: Context,
  object: ObjectModel,
  cells: readonly Taken[],
  finder: ReferenceFinder,
): Promise<void> {
  const sought = cells.map(({ mapping, text }) => ({
    ...{ target: object.name, match: mapping.match ?? null, text: text ?? '' },
    createMissing: mapping.createMissing === true,
  }));
  await finder.look(context, sought);
  const missing = sought.filter((each) => each.createMissing && isAbsent(finder.get(each)));
  for (const [match, group] of Map.groupBy(missing, (each) => each.match))
    await finder.create(
      context,
      object.name,
      match,
      group.map(({ text }) => text),
    );
}

function resolved(
  object: ObjectModel,
  row: number,
  cells: readonly Taken[],
  finder: ReferenceFinder,
): { readonly values: Readonly<Record<string, unknown>>; readonly problems: readonly RowProblem[] } {
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  for (const { mapping, raw, text } of cells) {
    const found = finder.get({ target: object.name, match: mapping.match ?? null, text: text ?? '' });
    if ('id' in found) values[mapping.field] = found.id;
    else
      problems.push({
        row,
        column: mapping.column ?? null,
        field: mapping.field,
        code: found.missing,
        value: raw,
      });
  }
  return { values, problems };
}
