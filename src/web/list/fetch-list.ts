import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import type { ObjectMeta } from '#kernel/meta.ts';
import { recordsQuery } from '#web/api/queries.ts';
import type { ListSearch } from '#web/routes/list-search.ts';
import { viewPaths } from '#web/views/current-view.ts';
import { readView } from '#web/views/read-view.ts';
import type { SavedView } from '#web/views/saved/saved-view.ts';
import { further, listQuery } from './list-query.ts';
import { groupingOf, listedSort } from './table/grouping.ts';

/**
 * Gets the records of the table at an address, so that it is drawn with them at once. An object that begins with a board, or
 * with a view for everybody, is shown by that: this throws the redirect. What fails is asked again, and told of, by the page.
 */
export async function fetchList(client: QueryClient, name: string, address: ListSearch): Promise<void> {
  const read = await readView(client, name, 'table', address);
  if (read === undefined) return;
  const { meta, object, views, columns, where, shown } = read;
  if (Object.keys(address).length === 0) goToFirst(object, views);
  const grouping = groupingOf(meta, object, shown.group);
  const sort = listedSort(object, grouping, read.sort);
  const query = listQuery(object, { columns, grouping, where, sort, q: address.q, colors: shown.colors });
  await client.ensureInfiniteQueryData(recordsQuery(name, query, further)).catch(() => undefined);
}

function goToFirst({ name, views: declared }: ObjectMeta, views: readonly SavedView[]): void {
  const params = { object: name };
  const standard = views.find((view) => view.standard);
  if (standard) {
    throw redirect({ to: viewPaths[standard.kind], params, search: { view: standard.id }, replace: true });
  }
  if (declared[0]?.kind === 'board') throw redirect({ to: viewPaths.board, params, replace: true });
}
