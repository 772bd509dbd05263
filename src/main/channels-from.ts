import { mailAddress } from '#adapters/smtp/mail-address.ts';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { webPushSender } from '#adapters/web-push/web-push.ts';
import type { ChannelPorts } from '#engine/notifications/channel-ports.ts';

/** Mail when a server is named in the environment, and push, which needs none. */
export function channelsFrom(
  { GUANXI_SMTP_URL: url, GUANXI_MAIL_FROM: from }: NodeJS.ProcessEnv,
  { secret, baseUrl }: { readonly secret: string; readonly baseUrl: string },
): Omit<ChannelPorts, 'baseUrl'> {
  const push = webPushSender({ secret, contact: baseUrl });
  if (url === undefined || url === '') return { push };
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    throw new Error('GUANXI_SMTP_URL is not an address such as smtp://user:password@mail.example.com:587.');
  if (from === undefined || from === '')
    throw new Error('GUANXI_SMTP_URL is set, so GUANXI_MAIL_FROM must say in whose name mail is sent.');
  if (!isMailAddress(from))
    throw new Error('GUANXI_MAIL_FROM is not a mail address such as CRM <crm@example.com>.');
  return { push, mail: smtpMail({ url, from }) };
}

function isMailAddress(text: string): boolean {
  try {
    return mailAddress(text).address !== '';
  } catch {
    return false;
  }
}
