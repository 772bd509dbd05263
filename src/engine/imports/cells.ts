import { fold } from '../search/fold.ts';
import type { ColumnMapping } from './import-job.ts';

/** What a mapping takes from a row, before the field says whether it is acceptable. */
export interface Taken {
  readonly mapping: ColumnMapping & { readonly field: string };
  /** As it stands in the file. */
  readonly raw: string;
  /** After the mapping's values; null when it stands for nothing. */
  readonly text: string | null;
}

/** Reads the cells of a row by the columns' headings. */
export function takeCells(
  mapping: readonly ColumnMapping[],
  header: readonly string[],
  cells: readonly string[],
): readonly Taken[] {
  const cell = (column: string) => (cells[header.indexOf(column)] ?? '').trim();
  return mapping.flatMap((each) => {
    if (!each.field) return [];
    const raw = each.column ? cell(each.column) : filled(each.constant ?? '', cell);
    return [{ mapping: { ...each, field: each.field }, raw, text: meant(each, raw) }];
  });
}

/** What a value of the file stands for; upper and lower case and width do not matter. */
function meant({ values }: ColumnMapping, raw: string): string | null {
  if (values === undefined) return raw === '' ? null : raw;
  if (Object.hasOwn(values, raw)) return values[raw] ?? null;
  const alike = Object.keys(values).find((key) => fold(key.trim()) === fold(raw));
  return (alike === undefined ? raw : values[alike]) || null;
}

/** A constant with `{heading}` filled in; parts between ` · ` that come out empty are left out. */
function filled(constant: string, cell: (column: string) => string): string {
  return constant
    .split(' · ')
    .map((part) => part.replace(/\{([^{}]+)\}/g, (_, column: string) => cell(column)).trim())
    .filter((part) => part !== '')
    .join(' · ');
}
