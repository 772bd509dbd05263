import type { ColumnMapping, ImportFile } from './import-job.ts';

/** The file's mapping with every value that was not known mapped to what it was probably meant to be; none when there is nothing to suggest. */
export function withSuggestions(
  file: ImportFile,
): readonly { readonly name: string; readonly mapping: readonly ColumnMapping[] }[] {
  const unknown = file.report?.unknownValues ?? {};
  const known = (column: string | undefined) =>
    (unknown[column ?? ''] ?? []).filter(({ suggestion }) => suggestion);
  if (!file.mapping.some(({ column }) => known(column).length > 0)) return [];
  const mapping = file.mapping.map((each) => {
    const suggested = known(each.column).map(({ value, suggestion }) => [value, suggestion ?? null] as const);
    return suggested.length === 0
      ? each
      : { ...each, values: { ...each.values, ...Object.fromEntries(suggested) } };
  });
  return [{ name: file.name, mapping }];
}
