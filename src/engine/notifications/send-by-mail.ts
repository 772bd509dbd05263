import type { Context } from '../records/context.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import type { Notification } from './describe-notifications.ts';
import { filledText, mailWords } from './notification-texts.ts';
import { sendMail } from './send-mail.ts';

/** Sends one notification to the actor's mail address. */
export async function sendByMail(
  { actor }: Context,
  ports: ChannelPorts,
  delivery: string,
  { label, title, text, path }: Notification,
  address: string | null,
): Promise<Delivered> {
  const words = mailWords(actor.locale);
  const subject = `${label}${actor.locale === 'en' ? ': ' : '：'}${title}`;
  return sendMail(actor, ports, delivery, address, subject, {
    eyebrow: label,
    heading: title,
    paragraphs: [text],
    button: { label: words.open, href: new URL(path, ports.baseUrl).href },
    footer: filledText(words.why, { label }),
  });
}
