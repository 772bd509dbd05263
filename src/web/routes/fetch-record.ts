import type { QueryClient } from '@tanstack/react-query';
import { metaQuery, recordQuery } from '#web/api/queries.ts';
import { pageSelect } from '#web/record/page-select.ts';
import { ownPageOf } from './own-pages.ts';

/**
 * Gets a record, so that its page is drawn with it at once; not what has a page of its own kind, which asks for itself. What
 * fails is asked again, and told of, by the page.
 */
export async function fetchRecord(client: QueryClient, name: string, id: string): Promise<void> {
  const meta = await client.ensureQueryData(metaQuery);
  const object = meta.objects.find((each) => each.name === name);
  if (object === undefined || ownPageOf(object.purpose)) return;
  await client.ensureQueryData(recordQuery(name, id, pageSelect(meta, object))).catch(() => undefined);
}
