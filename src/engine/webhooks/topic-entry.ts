import { type Happening, happenings, type WebhookTopic } from '#kernel/webhook-topic.ts';

/** An entry of the log as webhooks look at it, of its fields those that its person may see. */
export interface TopicEntry {
  readonly sequence: string;
  readonly object: string;
  readonly record: string;
  readonly kind: string;
  readonly at: string;
  readonly fields: readonly string[];
  /** Something changed that the person may not see. */
  readonly withheld: boolean;
}

/** What happened as programs are told of it; undefined where nothing did. */
export function happeningOf(kind: string): Happening | undefined {
  // That somebody looked changes nothing.
  if (kind === 'revealed') return undefined;
  return happenings.find((each) => each === kind) ?? 'updated';
}

/** Whether an entry belongs to a topic, but for the topic's condition. */
export function belongsTo({ object, kinds, fields = [] }: WebhookTopic, entry: TopicEntry): boolean {
  const happening = happeningOf(entry.kind);
  if (entry.object !== object || happening === undefined) return false;
  if (!kinds.includes(happening) && !kinds.includes(entry.kind)) return false;
  if (happening !== 'updated') return true;
  // A change of nothing that may be seen is none.
  if (entry.fields.length === 0 && entry.withheld) return false;
  return fields.length === 0 || fields.some((name) => entry.fields.includes(name));
}
