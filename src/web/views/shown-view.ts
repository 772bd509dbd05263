import { bothConditions } from '#kernel/both-conditions.ts';
import type { Meta, ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import type { ViewKind } from '#kernel/view.ts';
import type { ViewSettings } from '#kernel/view-settings.ts';
import type { ListSearch, Settable } from '#web/routes/list-search.ts';
import { type Column, columnsFor } from './columns.ts';
import { currentView } from './current-view.ts';
import type { SavedView } from './saved/saved-view.ts';
import { searchOf, shownBy } from './saved/view-search.ts';
import { whatIsThere } from './saved/what-is-there.ts';

/** What an address means, before anybody's own taste. */
export interface ShownView {
  /** The declared view, on which one that somebody keeps is built. */
  readonly view: ViewMeta;
  /** The view that somebody keeps, when it is one. */
  readonly saved: SavedView | undefined;
  /** What it names that is not there. */
  readonly gone: readonly string[];
  /** What the view that somebody keeps says, as an address says it. */
  readonly kept: Settable;
  /** What is shown beside the declared view: from the address and from the view that somebody keeps. */
  readonly shown: Settable;
  /** The view's own condition and the reader's. */
  readonly where: unknown;
  readonly sort: string | undefined;
}

const nothing: ViewSettings = {};

/** Reads the address of a list or board, of which `views` are those that somebody keeps. */
export function shownView(
  meta: Meta,
  object: ObjectMeta,
  kind: ViewKind,
  views: readonly SavedView[],
  address: ListSearch,
): ShownView {
  const saved = views.find(({ id }) => id === address.view);
  const own = saved?.settings ?? nothing;
  const { settings, gone } = whatIsThere(meta, object.name, own);
  const kept = searchOf(settings);
  const shown = shownBy(address, kept);
  const asked = saved ? { view: own.base ?? '' } : { view: address.view, where: shown.where };
  const declared = currentView(object, asked, kind);
  const view = shown.group && kind !== 'table' ? { ...declared, groupBy: shown.group } : declared;
  return {
    ...{ view, saved, gone, kept, shown },
    where: bothConditions(view.where, shown.where),
    sort: shown.sort ?? view.sort,
  };
}

/** The name under which this device keeps which columns of a view somebody likes. */
export function likedColumnsName(object: ObjectMeta, { view }: ShownView): string {
  return `columns.${object.name}.${view.name}`;
}

/** The paths of the columns that are shown, where they are not the view's own. */
export function chosenColumns({ shown, saved }: ShownView, liked: string | null): string | undefined {
  // What somebody likes on this device is no part of a view that is kept for other devices and people.
  return shown.columns ?? (saved ? undefined : (liked ?? undefined));
}

/** The columns that are shown. */
export function shownColumns(
  meta: Meta,
  object: ObjectMeta,
  { view }: ShownView,
  chosen: string | undefined,
): readonly Column[] {
  return columnsFor(meta, object, chosen?.split(',') ?? view.columns);
}
