import type { ColorRule } from '#kernel/view-settings.ts';
import type { RecordJson } from '#web/api/record.ts';

/** How a record is coloured: the whole row, and single cells by the paths of their columns. */
export interface RecordColors {
  readonly row: string | undefined;
  readonly cells: Readonly<Record<string, string>>;
}

/** The colours of a record by the rules that it meets; of two for the same place the first one holds. */
export function colorsOf({ $marks }: RecordJson, rules: readonly ColorRule[]): RecordColors {
  const met = Array.isArray($marks) ? $marks.flatMap((place) => rules[Number(place)] ?? []) : [];
  const cells = met.flatMap(({ color, column }) => (column === undefined ? [] : [[column, color] as const]));
  return {
    row: met.find(({ column }) => column === undefined)?.color,
    cells: Object.fromEntries(cells.reverse()),
  };
}
