import { randomUUID } from 'node:crypto';
import type { MailSender } from '#kernel/port/mail-sender.ts';
import { composeMail } from '../mail/compose-mail.ts';
import type { Context } from '../records/context.ts';
import { listRecords } from '../records/list.ts';
import { failureReason } from './failure-reason.ts';
import en from './locales/en.json' with { type: 'json' };
import chinese from './locales/zh-CN.json' with { type: 'json' };
import type { ServedKind } from './operation-runs.ts';

const texts = { en, 'zh-CN': chinese };

interface Administrator {
  readonly name: string;
  readonly email: string | null;
  readonly locale: 'en' | 'zh-CN' | null;
  readonly roles: readonly string[] | null;
}

/** Tells every administrator by mail, in his language, that there is no backup, or one that cannot be restored. */
export async function tellOfFailure(
  context: Context,
  mail: MailSender,
  baseUrl: string,
  kind: ServedKind,
  failure: unknown,
): Promise<void> {
  const query = { select: ['name', 'email', 'locale', 'roles'], where: { active: true }, limit: 1000 };
  const { records } = await listRecords(context, context.registry.people, query);
  for (const { name, email, locale, roles } of JSON.parse(records.toString('utf8')) as Administrator[]) {
    if (email === null || !roles?.includes('administrator')) continue;
    const language = locale ?? 'en';
    const say = texts[language];
    const { timeZone } = context.workspace;
    const time = new Date(context.now).toLocaleString(language, { timeZone });
    const content = composeMail({
      locale: language,
      eyebrow: context.workspace.label,
      heading: say[`${kind}.heading`],
      paragraphs: [
        say[`${kind}.text`]
          .replace('{time}', time)
          .replace('{reason}', () => failureReason(failure, language)),
      ],
      button: { label: say.button, href: new URL('/settings?part=operation', baseUrl).href },
      footer: say.why,
    });
    await mail.send({
      to: { name, address: email },
      subject: say[`${kind}.heading`],
      ...content,
      id: randomUUID(),
    });
  }
}
