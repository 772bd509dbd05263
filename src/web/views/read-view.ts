import type { QueryClient } from '@tanstack/react-query';
import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import type { ViewKind } from '#kernel/view.ts';
import { metaQuery } from '#web/api/queries.ts';
import { readPreference } from '#web/kit/preference.ts';
import type { ListSearch } from '#web/routes/list-search.ts';
import type { Column } from './columns.ts';
import type { SavedView } from './saved/saved-view.ts';
import { savedViewsOf, savedViewsQuery } from './saved/use-saved-views.ts';
import { chosenColumns, likedColumnsName, type ShownView, shownColumns, shownView } from './shown-view.ts';

/** What stands at an address, before anything of it is drawn. */
export interface ReadView extends ShownView {
  readonly meta: Meta;
  readonly object: ObjectMeta;
  /** The views of the object that people keep. */
  readonly views: readonly SavedView[];
  readonly columns: readonly Column[];
}

/** Reads the address of a list or board before it is drawn; undefined when there is no such object. */
export async function readView(
  client: QueryClient,
  name: string,
  kind: ViewKind,
  address: ListSearch,
): Promise<ReadView | undefined> {
  const meta = await client.ensureQueryData(metaQuery);
  const object = meta.objects.find((each) => each.name === name);
  if (object === undefined) return undefined;
  const views = savedViewsOf(await client.ensureQueryData(savedViewsQuery(meta)), name);
  const read = shownView(meta, object, kind, views, address);
  const liked = readPreference<string | null>(likedColumnsName(object, read), null);
  const columns = shownColumns(meta, object, read, chosenColumns(read, liked));
  return { ...read, meta, object, views, columns };
}
