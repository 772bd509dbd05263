import type { Mail } from '#kernel/port/mail-sender.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { filledText } from '../notifications/notification-texts.ts';
import type { Context } from '../records/context.ts';
import { guestWords } from './guest-words.ts';
import type { Row } from './occasion.ts';
import { occasionInWords } from './occasion-in-words.ts';
import { languageOf, type Told } from './told.ts';

/** The mail around what a guest's calendar is told, in his language or that of whoever invites him; who answers it writes to that one. */
export function guestMail(
  { workspace, now }: Context,
  guestTold: Told,
): Pick<Mail, 'subject' | 'text' | 'html' | 'replyTo'> {
  const { occasion, guest, link, comes, changed, arranged } = guestTold;
  const by = occasion.record[occasion.occurs.invites.by] as Row | null;
  const locale = languageOf(guestTold);
  const words = guestWords(locale);
  const clock = typeof guest.timeZone === 'string' ? guest.timeZone : undefined;
  const { again, where, ...told } = occasionInWords(occasion, locale, now, clock);
  const fill = (text: string, more = {}) => filledText(text, { ...told, company: workspace.label, ...more });
  const said = arranged ? { ...words, ...words.arranged } : words;
  const [heading, lead] = !comes
    ? [said.calledOff, said.isCalledOff]
    : changed
      ? [said.changed, said.hasChanged]
      : [said.invited, said.invitesYou];
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
    ...(comes && { button: { label: said.answer, href: link } }),
    footer: fill(said.why),
  } as const;
  return {
    subject: fill(heading),
    ...composeMail(content),
    ...(typeof by?.email === 'string' && { replyTo: { name: told.by, address: by.email } }),
  };
}
