import type { Sending } from './sending.ts';

/** Sends short messages to browsers that asked for them, also while no page is open. */
export interface PushSender {
  /** By which a browser knows that a message is from here; base64url. */
  readonly publicKey: string;
  /** Why an address is not acceptable; undefined when it is. */
  objection(endpoint: string): string | undefined;
  /** Never rejects: whatever goes wrong is an outcome. */
  send(to: PushAddress, message: PushMessage): Promise<Sending>;
}

/** Where a browser is reached, as it tells itself. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** Path of the page to open. */
  readonly path: string;
  /** A later message with the same tag takes the place of the earlier one. */
  readonly tag: string;
  /** Seconds for which it is of use. */
  readonly lifetime: number;
}
