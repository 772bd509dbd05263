import type { WebhookTopic } from '#kernel/webhook-topic.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';

/** A webhook as its record says. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly topics: readonly WebhookTopic[];
  /** The person on whose account records are seen. */
  readonly person: string;
  readonly active: boolean;
  /** What happened before is not told of. */
  readonly since: string | null;
}

type Stored = Omit<Webhook, 'person' | 'topics'> & {
  readonly person: string | { readonly id: string };
  readonly topics: Webhook['topics'] | null;
};

const select = ['id', 'name', 'address', 'topics', 'person', 'active', 'since'];

/** The webhooks that meet a condition, as the system sees them. */
export async function webhooksWhere(context: Context, where: object): Promise<readonly Webhook[]> {
  const object = context.registry.purposes.get('webhook');
  if (object === undefined) return [];
  const page = await listRecords(context, object.name, { where, select, limit: 1000 });
  return recordsIn<Stored>(page).map((stored) => ({
    ...stored,
    topics: stored.topics ?? [],
    person: typeof stored.person === 'string' ? stored.person : stored.person.id,
  }));
}
