/** How the list is sorted by a column; only the first key of a sort counts as "by". */
export function sortOf(sort: string | undefined, path: string): 'ascending' | 'descending' | 'none' {
  const first = sort?.split(',')[0];
  if (first === path) return 'ascending';
  return first === `-${path}` ? 'descending' : 'none';
}

/** What a click on a head asks for: up, then down, then as the view has it. */
export function nextSort(sort: string | undefined, path: string): string | undefined {
  const now = sortOf(sort, path);
  if (now === 'none') return path;
  return now === 'ascending' ? `-${path}` : undefined;
}
