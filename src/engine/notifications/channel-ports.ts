import type { MailSender } from '#kernel/port/mail-sender.ts';
import type { PushSender } from '#kernel/port/push-sender.ts';
import type { Sending } from '#kernel/port/sending.ts';

/** By what means people are reached beside the pages; what is missing cannot be used. */
export interface ChannelPorts {
  readonly mail?: MailSender;
  readonly push?: PushSender;
  /** Address at which people reach the product. */
  readonly baseUrl: string;
}

/** How a channel fared; skipped when there was nobody to tell by it, or nothing any more. */
export type Delivered = Sending | { readonly outcome: 'skipped'; readonly reason: string };
