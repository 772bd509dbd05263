import { formerNames } from '#kernel/former-names.ts';
import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { WebhookTopic } from '#kernel/webhook-topic.ts';
import { fieldRight } from '../access/rights.ts';
import type { Row } from '../database/database.ts';
import { entriesAfter, holdPlace, movePlace } from '../log/read-on.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { quoted } from '../sql/fragment.ts';
import { queueDeliveries } from './queue-deliveries.ts';
import { stopWebhook } from './stop-webhook.ts';
import { belongsTo, type TopicEntry } from './topic-entry.ts';
import { type Webhook, webhooksWhere } from './webhook.ts';

/** Entries of the log looked at together. */
const batch = 500;
const reader = 'webhooks';
const columns = `sequence, object, record, kind, to_json(at) #>> '{}',
  (select json_agg(name) from jsonb_object_keys(changes) name), transaction`;

/**
 * Reads on in the log and queues what programs are to be told, each as the person sees it on whose account that is; the
 * place reached and the deliveries are written together, so nothing is missed or queued twice. Tells whether there may
 * be more.
 */
export async function queueEvents(context: Context): Promise<boolean> {
  return context.database.transaction(async (database) => {
    const inside = { ...context, database };
    const s = quoted(context.workspace.schema);
    const place = await holdPlace(database, s, reader);
    // Another server reads on at this moment.
    if (place === undefined) return false;
    const rows = await entriesAfter(database, s, place, columns, batch);
    const last = rows.at(-1);
    if (last === undefined) return false;
    await movePlace(database, s, reader, { transaction: last[6] ?? '', sequence: last[0] ?? '' });
    for (const webhook of await webhooksWhere(inside, { active: true }))
      await queueFor(inside, webhook, rows);
    return rows.length === batch;
  });
}

/** Leaves out what was written until now, where no program is told of anything. */
export async function passOver({
  database,
  workspace,
}: Pick<Context, 'database' | 'workspace'>): Promise<void> {
  const s = quoted(workspace.schema);
  await database.run(
    `update ${s}.consumer set transaction = pg_snapshot_xmin(pg_current_snapshot()), sequence = 0
     where name = $1 and transaction < pg_snapshot_xmin(pg_current_snapshot()) and not exists (select 1 from ${s}.webhook_state)`,
    [reader],
  );
}

async function queueFor(context: Context, webhook: Webhook, rows: readonly Row[]): Promise<void> {
  const { database, registry, workspace } = context;
  const actor = await loadActor(database, registry, workspace.schema, webhook.person);
  if (actor === undefined) return stopWebhook(context, webhook.id, 'inactive');
  const theirs = { ...context, actor };
  const entries = rows.map((row) => entryOf(theirs, row));
  const found = new Map<string, TopicEntry & { readonly refused: boolean }>();
  for (const topic of webhook.topics) {
    const object = registry.objects.get(topic.object);
    const since = Date.parse(webhook.since ?? '');
    const wanted = entries.filter((entry) => belongsTo(topic, entry) && Date.parse(entry.at) >= since);
    if (object === undefined || wanted.length === 0) continue;
    const seen = await seenOf(theirs, object, topic, wanted);
    for (const entry of wanted)
      if (seen === undefined)
        found.set(entry.sequence, { refused: true, ...found.get(entry.sequence), ...entry });
      else if (seen.has(entry.record)) found.set(entry.sequence, { ...entry, refused: false });
  }
  await queueDeliveries(context, webhook.id, [...found.values()]);
}

function entryOf(
  { registry, actor }: Context,
  [sequence, object, record, kind, at, changed]: Row,
): TopicEntry {
  const names = formerNames(registry);
  const now = names.object(object as string);
  const model = registry.objects.get(now);
  const all = (JSON.parse(changed ?? '[]') as string[]).map((name) => names.field(now, name));
  const fields = all.filter((name) => model?.fields.has(name) && fieldRight(model, name, actor) !== 'hidden');
  return {
    ...{ sequence: sequence as string, object: now, record: record as string, kind: kind as string },
    ...{ at: at as string, fields, withheld: fields.length < all.length },
  };
}

/** Those of the records, live or in the bin, that its person may see and that meet the condition; undefined where he may not ask that. */
async function seenOf(
  theirs: Context,
  object: ObjectModel,
  { where = {} }: WebhookTopic,
  entries: readonly TopicEntry[],
): Promise<ReadonlySet<string> | undefined> {
  const ids = [...new Set(entries.map(({ record }) => record))];
  const query = { where: { and: [{ id: { in: ids } }, where] }, select: ['id'], limit: 1000 };
  try {
    const pages = await Promise.all(
      [false, true].map((bin) => listRecords(theirs, object.name, { ...query, bin })),
    );
    return new Set(pages.flatMap((page) => recordsIn<{ readonly id: string }>(page)).map(({ id }) => id));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.kind === 'invalid' ? undefined : new Set();
  }
}
