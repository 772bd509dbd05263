import type { MailAttachment } from '#kernel/port/mail-sender.ts';
import type { Actor } from '../access/actor.ts';
import { composeMail, type MailContent } from '../mail/compose-mail.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import { mailWords } from './notification-texts.ts';

/** Sends the actor a mail, with the way to change what reaches him; skipped where there is no server or no address. */
export async function sendMail(
  actor: Actor,
  { mail, baseUrl }: ChannelPorts,
  /** By which it is known when it is sent again. */
  id: string,
  address: string | null,
  subject: string,
  content: Omit<MailContent, 'locale' | 'link'>,
  attachments: readonly MailAttachment[] = [],
): Promise<Delivered> {
  if (mail === undefined) return { outcome: 'skipped', reason: 'noMailServer' };
  if (address === null || address === '') return { outcome: 'skipped', reason: 'noAddress' };
  const { locale, name } = actor;
  const unsubscribe = new URL('/settings?part=notifications', baseUrl).href;
  const link = { label: mailWords(locale).settings, href: unsubscribe };
  const composed = composeMail({ ...content, locale, link });
  return mail.send({ to: { name, address }, subject, ...composed, attachments, id, unsubscribe });
}
