import type { Mail } from '#kernel/port/mail-sender.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { filledText } from '../notifications/notification-texts.ts';
import type { Context } from '../records/context.ts';
import { guestWords } from './guest-words.ts';
import type { Row } from './occasion.ts';
import { occasionInWords } from './occasion-in-words.ts';
import type { Told } from './told.ts';

/** The mail around what a guest's calendar is told, in the language of whoever invites him; who answers it writes to that one. */
export function guestMail(
  { workspace, now }: Context,
  { occasion, link, comes, changed }: Told,
): Pick<Mail, 'subject' | 'text' | 'html' | 'replyTo'> {
  const by = occasion.record[occasion.occurs.invites.by] as Row | null;
  const locale = by?.locale === 'en' ? 'en' : 'zh-CN';
  const words = guestWords(locale);
  const { again, where, ...told } = occasionInWords(occasion, locale, now);
  const fill = (text: string, more = {}) => filledText(text, { ...told, company: workspace.label, ...more });
  const [heading, lead] = !comes
    ? [words.calledOff, words.isCalledOff]
    : changed
      ? [words.changed, words.hasChanged]
      : [words.invited, words.invitesYou];
  const content = {
    locale,
    eyebrow: workspace.label,
    heading: told.name,
    paragraphs: [
      fill(lead),
      [
        fill(words.when),
        ...(again === '' || !comes ? [] : [fill(words.again, { times: again })]),
        ...(where === '' ? [] : [fill(words.where, { where })]),
      ].join('\n'),
    ],
    ...(comes && { button: { label: words.answer, href: link } }),
    footer: fill(words.why),
  } as const;
  return {
    subject: fill(heading),
    ...composeMail(content),
    ...(typeof by?.email === 'string' && { replyTo: { name: told.by, address: by.email } }),
  };
}
