import type { Context } from '../records/context.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import type { Notification } from './describe-notifications.ts';
import { filledText, mailWords } from './notification-texts.ts';
import { sendMail } from './send-mail.ts';

/** Notifications that a digest names; how many more there are it only counts. */
const named = 50;

/** Sends the actor one mail for several notifications, the latest first. */
export async function sendDigest(
  { actor }: Context,
  ports: ChannelPorts,
  delivery: string,
  notifications: readonly Notification[],
  address: string | null,
): Promise<Delivered> {
  const words = mailWords(actor.locale).digest;
  const count = String(notifications.length);
  const heading = filledText(notifications.length === 1 ? words.one : words.many, { count });
  const subject = `${words.label}${actor.locale === 'en' ? ': ' : '：'}${heading}`;
  const latest = notifications.toSorted((a, b) => b.at.localeCompare(a.at));
  const more = notifications.length - named;
  return sendMail(actor, ports, delivery, address, subject, {
    ...{ eyebrow: words.label, heading, paragraphs: [], footer: words.why },
    list: latest.slice(0, named).map(({ label, title, text, path }) => ({
      ...{ eyebrow: label, title, text },
      href: new URL(path, ports.baseUrl).href,
    })),
    ...(more > 0 && { after: filledText(words.more, { count: String(more) }) }),
    button: { label: words.open, href: new URL('/', ports.baseUrl).href },
  });
}
