/** How a channel fared. */
export interface DeliveryState {
  readonly channel: 'mail' | 'push';
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly reason: string | null;
}

/** Something that I have been told, in my language. */
export interface NotificationJson {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly object: string;
  readonly record: string;
  /** Where it leads. */
  readonly path: string;
  readonly at: string;
  readonly read: string | null;
  /** Whether there is still something to do about it. */
  readonly concerns: boolean;
  readonly deliveries: readonly DeliveryState[];
}

export interface NotificationPageJson {
  readonly notifications: readonly NotificationJson[];
  readonly unread: number;
  readonly next?: string;
}
