import { composeMail } from '../mail/compose-mail.ts';
import type { Context } from '../records/context.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import type { Notification } from './describe-notifications.ts';
import { filledText, mailWords } from './notification-texts.ts';

/** Sends one notification to the actor's mail address. */
export async function sendByMail(
  { actor }: Context,
  { mail, baseUrl }: ChannelPorts,
  delivery: string,
  { label, title, text, path }: Notification,
  address: string | null,
): Promise<Delivered> {
  if (mail === undefined) return { outcome: 'skipped', reason: 'noMailServer' };
  if (address === null || address === '') return { outcome: 'skipped', reason: 'noAddress' };
  const words = mailWords(actor.locale);
  const settings = new URL('/settings?part=notifications', baseUrl).href;
  const content = composeMail({
    locale: actor.locale,
    eyebrow: label,
    heading: title,
    paragraphs: [text],
    button: { label: words.open, href: new URL(path, baseUrl).href },
    footer: filledText(words.why, { label }),
    link: { label: words.settings, href: settings },
  });
  return mail.send({
    to: { name: actor.name, address },
    subject: `${label}${actor.locale === 'en' ? ': ' : '：'}${title}`,
    ...content,
    id: delivery,
    unsubscribe: settings,
  });
}
