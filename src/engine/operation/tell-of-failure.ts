import type { MailSender } from '#kernel/port/mail-sender.ts';
import type { Context } from '../records/context.ts';
import { failureReason } from './failure-reason.ts';
import type { ServedKind } from './operation-runs.ts';
import { tellAdministrators } from './tell-administrators.ts';

/** Tells every administrator by mail, in his language, that there is no backup, or one that cannot be restored. */
export function tellOfFailure(
  context: Context,
  mail: MailSender,
  baseUrl: string,
  kind: ServedKind,
  failure: unknown,
): Promise<void> {
  return tellAdministrators(context, mail, baseUrl, (say, language, timeOf) => ({
    heading: say[`${kind}.heading`],
    text: say[`${kind}.text`]
      .replace('{time}', timeOf(context.now))
      .replace('{reason}', () => failureReason(failure, language)),
  }));
}
