import { randomUUID } from 'node:crypto';
import type { MailSender } from '#kernel/port/mail-sender.ts';
import { momentInWords } from '../fields/moment-in-words.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { administrators } from '../people/administrators.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import en from './locales/en.json' with { type: 'json' };
import chinese from './locales/zh-CN.json' with { type: 'json' };

const texts = { en, 'zh-CN': chinese };

export type Say = typeof en;
export type Language = keyof typeof texts;

interface Administrator {
  readonly name: string;
  readonly email: string | null;
  readonly locale: Language | null;
}

/** What is told, in the language of who is told. */
export interface Told {
  readonly heading: string;
  readonly text: string;
}

/** Writes to every administrator about how the installation does; times are told in the company's zone. */
export async function tellAdministrators(
  context: Context,
  mail: MailSender,
  baseUrl: string,
  tell: (say: Say, language: Language, timeOf: (instant: number) => string) => Told,
): Promise<void> {
  const where = { id: { in: await administrators(context) } };
  const query = { select: ['name', 'email', 'locale'], where, limit: 1000 };
  const people = await listRecords(context, context.registry.people, query);
  for (const { name, email, locale } of recordsIn<Administrator>(people)) {
    if (email === null) continue;
    const language = locale ?? 'en';
    const say = texts[language];
    const { timeZone, label } = context.workspace;
    const { heading, text } = tell(say, language, (instant) =>
      momentInWords({ locale: language, timeZone }, instant),
    );
    const content = composeMail({
      ...{ locale: language, eyebrow: label, heading, paragraphs: [text] },
      button: { label: say.button, href: new URL('/settings?part=operation', baseUrl).href },
      footer: say.why,
    });
    await mail.send({ to: { name, address: email }, subject: heading, ...content, id: randomUUID() });
  }
}
