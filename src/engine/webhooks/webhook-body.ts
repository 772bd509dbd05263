import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { readRecord } from '../records/read.ts';
import type { ClaimedDelivery } from './claim.ts';

type Told = Pick<ClaimedDelivery, 'object' | 'record' | 'kind' | 'action' | 'fields' | 'happened'>;

/**
 * What a program is told: what happened, and the record as its person sees it now, live or in the bin. Undefined when
 * he may see it no more.
 */
export async function webhookBody(
  theirs: Context,
  { object, record, kind, action, fields, happened }: Told,
): Promise<string | undefined> {
  if (object === null || record === null)
    return JSON.stringify({ type: 'webhook.test', timestamp: happened, changed: [], data: {} });
  if (kind === 'call') {
    const data = await recordNow(theirs, object, record, ['id', 'version', ...fields]);
    const called = { type: `${object}.called`, timestamp: happened, automation: action };
    return data === undefined ? undefined : JSON.stringify({ ...called, changed: [], data });
  }
  const data = await recordNow(theirs, object, record);
  if (data === undefined) return undefined;
  const told = { type: `${object}.${kind}`, timestamp: happened, ...(action !== null && { action }) };
  return JSON.stringify({ ...told, changed: fields, data });
}

async function recordNow(
  theirs: Context,
  object: string,
  id: string,
  select?: readonly string[],
): Promise<unknown> {
  if (!theirs.registry.objects.has(object)) return undefined;
  try {
    return JSON.parse(await readRecord(theirs, object, id, select));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind !== 'notFound') return undefined;
    const query = { where: { id }, bin: true, limit: 1, ...(select && { select }) };
    const [binned] = recordsIn(await listRecords(theirs, object, query));
    return binned;
  }
}
