import type { Path } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Where } from './where.ts';

/** Ways beside the product's own pages on which a person may be told something; a digest is one mail for what is unread. */
export const channels = ['mail', 'push', 'digest'] as const;
export type Channel = (typeof channels)[number];

/** Something that people are told: each kind has its texts, and each person chooses its channels. */
export interface NotificationKind<Name extends ObjectName = ObjectName> {
  /** `module.kind` */
  readonly name: string;
  /** What records it is about; of any object when absent. */
  readonly object?: Name;
  /** Paths of the record that its text names beside `name`. */
  readonly shows?: readonly Path<Name>[];
  /** As long as this holds it concerns somebody; afterwards nobody is told any more. */
  readonly while?: Where<Name>;
  /** Channels for people who have chosen none. */
  readonly channels: readonly Channel[];
  /** Where it leads, when not to the record that it is about: a place of the product. */
  readonly leadsTo?: string;
  /** Many within a short time become one that says how many they are. */
  readonly gathers?: boolean;
  /** Also whoever did it himself is told. */
  readonly oneself?: boolean;
  /** Its mail carries a report, or all reports of a dashboard, as files with what the reader may see. */
  readonly encloses?: Enclosure;
}

/** The fields of a record that name a report, a dashboard and the kind of file: `pdf`, `xlsx` or `both`. */
export interface Enclosure {
  readonly report: string;
  readonly dashboard: string;
  readonly format: string;
}

export function defineNotification<const Name extends ObjectName>(
  kind: NotificationKind<Name>,
): NotificationKind {
  return Object.freeze(kind) as unknown as NotificationKind;
}

/** Sent by a person to himself, to see whether a channel works. */
export const trial: NotificationKind = Object.freeze({ name: 'own.trial', channels: [] });

/** Others have changed fields of a record that a person follows: what is said is read from the log. */
export const followedChanged: NotificationKind = Object.freeze({ name: 'followed.changed', channels: [] });

/** Something that a person had done with many records has ended. It is about himself, and leads to all of these. */
export const bulkEnded: NotificationKind = Object.freeze({
  name: 'own.bulkEnded',
  channels: [],
  leadsTo: '/bulk',
});

/** An automation that the company has drawn tells something in words of its own, whoever caused it. */
export const drawnTold: NotificationKind = {
  name: 'automation.told',
  channels: ['push'],
  oneself: true,
};
