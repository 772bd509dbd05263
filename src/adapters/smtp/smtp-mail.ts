import nodemailer from 'nodemailer';
import type { Mail, MailAddress, MailSender } from '#kernel/port/mail-sender.ts';
import { mailAddress } from './mail-address.ts';
import { outcomeOf } from './outcome-of.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps:` for encryption from the first byte. */
  readonly url: string;
  /** `Name <address>` or an address alone. */
  readonly from: string;
}

/** Milliseconds; a try ends well before another server would take it over. */
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** Sends mail through an SMTP server, over a few connections that are kept open while there is something to send. */
export function smtpMail({ url, from }: SmtpOptions): MailSender {
  const sender = mailAddress(from);
  const host = sender.address.slice(sender.address.indexOf('@') + 1);
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // What a mail says is text: no file and no address is ever read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail, sender, host));
        return { outcome: 'done' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function messageOf(
  { to, subject, text, html, id, unsubscribe, replyTo, attachments = [], calendar }: Mail,
  from: Address,
  host: string,
) {
  return {
    from,
    // Structured, so that no part of a name can become an address or a header.
    to: addressOf(to),
    ...(replyTo && { replyTo: addressOf(replyTo) }),
    subject: oneLine(subject),
    text,
    html,
    attachments: attachments.map(({ name, type, bytes }) => ({
      ...{ filename: oneLine(name), contentType: type, content: bytes },
    })),
    ...(calendar && {
      icalEvent: { method: calendar.method, content: calendar.text, filename: 'invitation.ics' },
    }),
    messageId: `<${id.replaceAll(/[^\w-]/g, '')}@${host}>`,
    ...(unsubscribe && { list: { unsubscribe: { url: oneLine(unsubscribe) } } }),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

interface Address {
  readonly name: string;
  readonly address: string;
}

function addressOf({ name = '', address }: MailAddress): Address {
  return { name: oneLine(name), address: mailAddress(address).address };
}

/** Line breaks and other control characters begin no header. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}
