import type { Row } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** A notification as it is kept: what it says follows from the record when it is read. */
export interface StoredNotification {
  readonly id: string;
  readonly person: string;
  readonly kind: string;
  readonly object: string;
  readonly record: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly count: number;
  readonly at: string;
  readonly read: string | null;
  readonly snoozed: string | null;
  /** Between which entries of the log those are that it tells of, where it tells of any. */
  readonly first: number | null;
  readonly last: number | null;
  /** What an automation of the company says, where it does. */
  readonly said: string | null;
}

/** A notification `n` as one JSON column, with the name of who caused it. */
export function storedColumn(schema: string, people: string): string {
  return `json_build_object('id', n.id, 'person', n.person, 'kind', n.kind, 'object', n.object, 'record', n.record,
    'actor', (select json_build_object('id', a.id, 'name', a.name) from ${quoted(schema)}.${quoted(people)} a where a.id = n.actor),
    'count', n.count, 'at', n.at, 'read', n.read, 'snoozed', n.snoozed, 'first', n.first, 'last', n.last, 'said', n.said)`;
}

export function stored([json]: Row): StoredNotification {
  return JSON.parse(json as string) as StoredNotification;
}
