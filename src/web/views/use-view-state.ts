import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { usePreference } from '#web/kit/preference.ts';
import type { ListSearch } from '#web/routes/list-search.ts';
import { type Column, columnsFor } from './columns.ts';
import { currentView } from './current-view.ts';
import { bothConditions } from './filters/where.ts';

/** What a list or board shows now, all of it in the address, and how to change it. */
export interface ViewState {
  readonly view: ViewMeta;
  readonly search: ListSearch;
  readonly columns: readonly Column[];
  /** The view's own condition and the reader's. */
  readonly where: unknown;
  readonly sort: string | undefined;
  change(part: { readonly [Key in keyof ListSearch]?: ListSearch[Key] | undefined }): void;
  setColumns(paths: readonly string[] | undefined): void;
}

/** Reads and writes the address of a list or board. */
export function useViewState(object: ObjectMeta, kind: ViewMeta['kind']): ViewState {
  const meta = useMeta();
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const view = currentView(object, search, kind);
  const [kept, setKept] = usePreference<string | null>(`columns.${object.name}.${view.name}`, null);
  const chosen = search.columns ?? kept;
  const columns = useMemo(
    () => columnsFor(meta, object, chosen?.split(',') ?? view.columns),
    [meta, object, chosen, view],
  );
  const change: ViewState['change'] = (part) => {
    const next = Object.entries({ ...search, view: search.view ?? view.name, ...part });
    navigate({
      to: '.',
      search: Object.fromEntries(next.filter(([, value]) => value !== undefined && value !== '')),
      replace: true,
    });
  };
  return {
    view,
    search,
    columns,
    where: bothConditions(view.where, search.where),
    sort: search.sort ?? view.sort,
    change,
    setColumns: (paths) => {
      setKept(paths?.join(',') ?? null);
      change({ columns: paths?.join(',') });
    },
  };
}
