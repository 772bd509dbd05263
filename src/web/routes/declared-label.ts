import { useMeta } from '#web/api/queries.ts';

/** What a report or a dashboard that everybody has is called; it is opened by its name, where records are by their ids. */
export function useDeclaredLabel(purpose: string, id: string): string | undefined {
  const { reports } = useMeta();
  if (purpose === 'report') return reports.find(({ name }) => name === id)?.label;
  if (purpose === 'dashboard')
    return reports.find(({ dashboard }) => dashboard?.name === id)?.dashboard?.label;
  return undefined;
}
