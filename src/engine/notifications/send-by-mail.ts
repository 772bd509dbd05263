import type { Context } from '../records/context.ts';
import { enclosedReports } from '../reports/enclosed-reports.ts';
import type { ChannelPorts, Delivered } from './channel-ports.ts';
import type { Notification } from './describe-notifications.ts';
import { filledText, mailWords } from './notification-texts.ts';
import { sendMail } from './send-mail.ts';

/** Sends one notification to the actor's mail address. */
export async function sendByMail(
  context: Context,
  ports: ChannelPorts,
  delivery: string,
  { kind, label, title, text, path, object, record }: Notification,
  address: string | null,
  again: boolean,
): Promise<Delivered> {
  const { actor } = context;
  // Nothing is made, and counted as taken, that cannot be sent.
  const reachable = ports.mail !== undefined && Boolean(address);
  const words = mailWords(actor.locale);
  const about = context.registry.notifications.get(kind);
  const attachments =
    reachable && about ? await enclosedReports(context, about, object, record, { again }) : [];
  const subject = `${label}${actor.locale === 'en' ? ': ' : '：'}${title}`;
  const content = {
    eyebrow: label,
    heading: title,
    paragraphs: [text],
    button: { label: words.open, href: new URL(path, ports.baseUrl).href },
    footer: filledText(words.why, { label }),
  };
  return sendMail(actor, ports, delivery, address, subject, content, attachments);
}
