import { randomUUID } from 'node:crypto';
import type { Sending } from '#kernel/port/sending.ts';
import { composeMail } from '../../mail/compose-mail.ts';
import { type IdentityTextCode, identityText } from '../identity-text.ts';
import type { Surroundings } from '../surroundings.ts';

export interface IdentityMail {
  /** Its texts are `mail.{kind}.heading`, `.text`, `.button` and `.why`. */
  readonly kind: 'invitation' | 'passwordReset' | 'passwordChanged' | 'secondFactorRemoved';
  readonly locale: 'en' | 'zh-CN';
  readonly to: { readonly name: string; readonly address: string };
  /** Fill the texts. */
  readonly words: Readonly<Record<string, string>>;
  readonly href?: string;
}

/** Sends a mail about somebody's sign-in. */
export async function sendIdentityMail(
  { mail }: Pick<Surroundings, 'mail'>,
  { kind, locale, to, words, href }: IdentityMail,
): Promise<Sending> {
  if (mail === undefined) return { outcome: 'refused', reason: 'noMail' };
  const say = (part: string) => identityText(locale, `mail.${kind}.${part}` as IdentityTextCode, words) ?? '';
  const content = composeMail({
    locale,
    eyebrow: words.company ?? '',
    heading: say('heading'),
    paragraphs: [say('text')],
    ...(href !== undefined && { button: { label: say('button'), href } }),
    footer: say('why'),
  });
  return mail.send({ to, subject: say('heading'), ...content, id: randomUUID() });
}
