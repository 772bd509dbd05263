import type { Cell, GroupValue } from './grid.ts';
import type { ReportAnswer } from './report-answer.ts';
import type { Measure } from './report-field.ts';
import { groupText, groupWords, measureWords } from './words.ts';

/** A number of a report; `earlier` is the same of what is compared with, and stands in a column of its own. */
export interface Figure {
  readonly measure: Measure;
  readonly value: unknown;
  readonly earlier: boolean;
}

export interface SheetRow {
  readonly label: string;
  /** 0 for the whole, 1 for the outermost groups, 2 for those within. */
  readonly depth: number;
  /** Holds what the rows below it come to. */
  readonly sum: boolean;
  readonly figures: readonly Figure[];
}

/** A report as a table of words and numbers, for paper and for spreadsheets: laid out as on the screen. */
export interface Sheet {
  /** One or two lines of heads, the label's first. */
  readonly heads: readonly (readonly string[])[];
  readonly rows: readonly SheetRow[];
}

/** Lays an answer out, the whole in the last row. */
export function sheetOf({ grid, question, words }: ReportAnswer): Sheet {
  if (!grid) return { heads: [], rows: [] };
  const { measures, rows, columns, queryBefore } = question;
  const compared = queryBefore === undefined ? [false] : [false, true];
  const slots = measures.flatMap((measure) => compared.map((earlier) => ({ measure, earlier })));
  const figures = (cell: Cell): readonly Figure[] =>
    slots.map(({ measure, earlier }) => ({
      ...{ measure, earlier },
      value: (earlier ? cell.before : cell.values)?.[measure.name],
    }));
  const columnsAside: readonly (GroupValue | undefined)[] = [...grid.columns, undefined];
  const slotHeads = slots.map(({ measure, earlier }) =>
    earlier ? words.t('reports.compared') : measureWords(words, measure),
  );
  const rowsHead = rows.map((field) => groupWords(words, field)).join(' › ');
  const groupHeads = columnsAside.flatMap((group) => {
    const head = group ? groupText(words, group) : words.t('reports.all');
    return slots.map((_, index) => (index === 0 ? head : ''));
  });
  const second = [rowsHead, ...columnsAside.flatMap(() => slotHeads)];
  // One number needs no name below each of the groups.
  const heads = !columns
    ? [second]
    : slots.length === 1
      ? [[slotHeads[0] ?? '', ...groupHeads]]
      : [['', ...groupHeads], second];
  const line = (row: (typeof grid.rows)[number]) => ({
    depth: row.groups.length,
    sum: row.groups.length < rows.length,
    figures: [...row.cells, row.total].flatMap(figures),
  });
  return {
    heads,
    rows: [
      ...grid.rows.map((row) => ({ label: groupText(words, row.groups.at(-1) as GroupValue), ...line(row) })),
      { label: words.t('reports.all'), ...line(grid.whole), sum: true },
    ],
  };
}
