import type { FileStore } from '#kernel/port/file-store.ts';
import { writeCsv } from '../import-export/writing/csv.ts';
import type { Context } from '../records/context.ts';
import type { ImportFile, RowProblem } from './import-job.ts';
import { rowTable } from './import-table.ts';
import { openImported } from './stored-tables.ts';

/** The rows that did not come in whole, as they stood in the file, each with its number and the reasons in words. */
export async function* errorFile(
  context: Context,
  store: FileStore,
  importId: string,
  place: number,
  file: ImportFile,
  words: { readonly headings: readonly [row: string, reason: string]; tell(problem: RowProblem): string },
): AsyncGenerator<string> {
  const rows = await context.database.run(
    `select row, problems from ${rowTable(context)} where import = $1 and file = $2 and problems is not null`,
    [importId, place],
  );
  const problems = new Map(
    rows.map(([row, text]) => [Number(row), JSON.parse(text as string) as RowProblem[]]),
  );
  const table = await openImported(store, context.workspace, file);
  async function* lines() {
    yield [...words.headings, ...table.header];
    for await (const { row, cells } of table.rows()) {
      const own = problems.get(row);
      if (own !== undefined) yield [String(row), own.map(words.tell).join('; '), ...cells];
    }
  }
  try {
    yield* writeCsv(lines());
  } finally {
    await table.close();
  }
}
