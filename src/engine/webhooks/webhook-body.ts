import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { readRecord } from '../records/read.ts';
import type { ClaimedDelivery } from './claim.ts';

/**
 * What a program is told: what happened, and the record as its person sees it now, live or in the bin. Undefined when
 * he may see it no more.
 */
export async function webhookBody(
  theirs: Context,
  { object, record, kind, action, fields, happened }: ClaimedDelivery,
): Promise<string | undefined> {
  if (object === null || record === null)
    return JSON.stringify({ type: 'webhook.test', timestamp: happened, changed: [], data: {} });
  const data = await recordNow(theirs, object, record);
  if (data === undefined) return undefined;
  const told = { type: `${object}.${kind}`, timestamp: happened, ...(action !== null && { action }) };
  return JSON.stringify({ ...told, changed: fields, data });
}

async function recordNow(theirs: Context, object: string, id: string): Promise<unknown> {
  if (!theirs.registry.objects.has(object)) return undefined;
  try {
    return JSON.parse(await readRecord(theirs, object, id));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind !== 'notFound') return undefined;
    const [binned] = recordsIn(await listRecords(theirs, object, { where: { id }, bin: true, limit: 1 }));
    return binned;
  }
}
