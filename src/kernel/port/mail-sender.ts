import type { Sending } from './sending.ts';

/** Sends mail. Knows nothing of what it says. */
export interface MailSender {
  /** Never rejects: whatever goes wrong is an outcome. */
  send(mail: Mail): Promise<Sending>;
  close(): void;
}

export interface Mail {
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for each attempt, so that a mail sent twice is recognised: letters, digits and dashes. */
  readonly id: string;
  /** Address of the page where the reader ends such mails. */
  readonly unsubscribe?: string;
  readonly replyTo?: MailAddress;
  readonly attachments?: readonly MailAttachment[];
  /** What the reader's calendar is told by the mail (RFC 6047). */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
}

/** A file that a mail carries. */
export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}
