import type { QueryClient } from '@tanstack/react-query';
import { aggregateQuery, recordsQuery } from '#web/api/queries.ts';
import type { ListSearch } from '#web/routes/list-search.ts';
import { readView } from '#web/views/read-view.ts';
import { groupValues } from './board-groups.ts';
import { cardsQuery, columnsQuery } from './board-query.ts';

/**
 * Gets the columns and cards of the board at an address, so that it is drawn with them at once. What fails is asked again,
 * and told of, by the page.
 */
export async function fetchBoard(client: QueryClient, name: string, address: ListSearch): Promise<void> {
  const read = await readView(client, name, 'board', address);
  const field = read?.object.fields.find((each) => each.name === read.view.groupBy);
  if (read === undefined || field === undefined) return;
  const shown = { ...read, q: address.q };
  const counted = client
    .ensureQueryData(aggregateQuery(name, columnsQuery(read.meta, field, shown)))
    .catch(() => undefined);
  // Of a choice the columns are known without counting.
  const values =
    field.choices?.map(({ value }) => value) ?? groupValues((await counted)?.groups ?? [], field);
  const cards = values.map((value) =>
    client
      .ensureInfiniteQueryData(recordsQuery(name, cardsQuery(read.object, field, value, shown)))
      .catch(() => undefined),
  );
  await Promise.all([counted, ...cards]);
}
