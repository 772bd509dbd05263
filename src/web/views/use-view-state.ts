import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import type { ViewKind } from '#kernel/view.ts';
import type { ViewSettings } from '#kernel/view-settings.ts';
import { useMeta } from '#web/api/queries.ts';
import { usePreference } from '#web/kit/preference.ts';
import type { ListSearch, Settable } from '#web/routes/list-search.ts';
import type { Column } from './columns.ts';
import type { SavedView } from './saved/saved-view.ts';
import { useSavedViews } from './saved/use-saved-views.ts';
import { changedAddress, isChanged, settingsOf, withoutChanges } from './saved/view-search.ts';
import { chosenColumns, likedColumnsName, shownColumns, shownView } from './shown-view.ts';

/** What a list or board shows now, all of it in the address, and how to change it. */
export interface ViewState {
  readonly object: ObjectMeta;
  readonly kind: ViewKind;
  /** The declared view, on which one that somebody keeps is built. */
  readonly view: ViewMeta;
  /** The view that somebody keeps, when it is one. */
  readonly saved: SavedView | undefined;
  /** What it names that is not there. */
  readonly gone: readonly string[];
  /** Whether what is shown differs from the view. */
  readonly changed: boolean;
  /** What is shown beside the declared view: from the address and from the view that somebody keeps. */
  readonly search: Settable & Pick<ListSearch, 'q' | 'day' | 'scale' | 'open' | 'at'>;
  readonly columns: readonly Column[];
  /** The view's own condition and the reader's. */
  readonly where: unknown;
  readonly sort: string | undefined;
  /** What is shown, as a view keeps it. */
  readonly settings: ViewSettings;
  change(part: { readonly [Key in keyof ListSearch]?: ListSearch[Key] | undefined }): void;
  setColumns(paths: readonly string[] | undefined): void;
  /** Goes back to the view as it is kept. */
  reset(): void;
}

/** Reads and writes the address of a list or board. */
export function useViewState(object: ObjectMeta, kind: ViewKind): ViewState {
  const meta = useMeta();
  const address = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const views = useSavedViews(object.name);
  const read = useMemo(
    () => shownView(meta, object, kind, views, address),
    [meta, object, kind, views, address],
  );
  const { view, saved, gone, kept, shown } = read;
  const [liked, setLiked] = usePreference<string | null>(likedColumnsName(object, read), null);
  const chosen = chosenColumns(read, liked);
  const columns = useMemo(() => shownColumns(meta, object, read, chosen), [meta, object, read, chosen]);
  const go = (search: ListSearch) => navigate({ to: '.', search, replace: true });
  const change: ViewState['change'] = (part) =>
    go({ view: address.view ?? view.name, ...changedAddress(address, kept, part) });
  return {
    object,
    kind,
    view,
    saved,
    gone,
    changed: isChanged(address),
    search: {
      ...shown,
      ...(address.q !== undefined && { q: address.q }),
      ...(address.day !== undefined && { day: address.day }),
      ...(address.scale !== undefined && { scale: address.scale }),
      ...(address.open !== undefined && { open: address.open }),
      ...(address.at !== undefined && { at: address.at }),
    },
    columns,
    where: read.where,
    sort: read.sort,
    settings: settingsOf(view.name, { ...shown, columns: chosen ?? view.columns.join(',') }),
    change,
    setColumns: (paths) => {
      if (!saved) setLiked(paths?.join(',') ?? null);
      change({ columns: paths?.join(',') });
    },
    reset: () => {
      if (!saved) setLiked(null);
      go(withoutChanges(address));
    },
  };
}
