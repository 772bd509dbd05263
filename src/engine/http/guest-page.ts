import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type FoundInvitation, guestAnswers } from '../guests/answer.ts';
import { guestWords } from '../guests/guest-words.ts';
import { occasionInWords } from '../guests/occasion-in-words.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import { filledText } from '../notifications/notification-texts.ts';
import type { Context } from '../records/context.ts';
import type { Locale } from './texts.ts';

const style = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#f4f2ed,#131210);color:light-dark(#211e1a,#e9e6e0);font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif}
main{box-sizing:border-box;width:calc(100% - 24px);max-width:34rem;margin:clamp(12px,8vh,80px) auto;padding:28px;border:1px solid light-dark(#dedad1,#36332e);border-radius:10px;background:light-dark(#fff,#211f1b)}
h1{margin:0 0 12px;font-size:22px;line-height:1.35}p{margin:0 0 12px}.faint{color:light-dark(#6b655b,#a8a39a);font-size:14px}
form{display:flex;flex-wrap:wrap;gap:8px;margin:20px 0 12px}
button{flex:1 1 6rem;padding:10px 8px;border:1px solid light-dark(#b9b3a7,#55504a);border-radius:6px;background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid light-dark(#1f5fa8,#7fb2ea);outline-offset:2px}
button[aria-pressed=true]{border-color:#b93426;background:#b93426;color:#fff}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing but the page's own form, and no program at all. */
export function guestPageHeaders(reply: FastifyReply): void {
  reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    )
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language');
}

/** What a guest is invited to, and three buttons to answer with. */
export function guestPage(
  { workspace, now }: Context,
  { guest, occasion, asked }: FoundInvitation,
  locale: Locale,
): string {
  const words = guestWords(locale);
  const { page } = words;
  const told = occasionInWords(occasion, locale, now);
  const fill = (text: string, more = {}) =>
    escapeHtml(filledText(text, { ...told, company: workspace.label, ...more }));
  const said = page.said[guest.answer as keyof typeof page.said];
  const buttons = guestAnswers.map(
    (answer) =>
      `<button name="answer" value="${answer}" aria-pressed="${guest.answer === answer}">${escapeHtml(page[answer])}</button>`,
  );
  const answering =
    asked === 'yes'
      ? `<form method="post">${buttons.join('')}</form><p role="status"><strong>${escapeHtml(said)}</strong></p><p class="faint">${escapeHtml(page.change)}</p>`
      : `<p role="status"><strong>${escapeHtml(page[asked])}</strong></p>`;
  return written(
    locale,
    told.name,
    `<p class="faint">${fill(page.invites)}</p><h1>${escapeHtml(told.name)}</h1>
<p>${fill(words.when)}${told.again && `<br>${fill(words.again, { times: told.again })}`}${told.where && `<br>${fill(words.where)}`}</p>
${answering}`,
  );
}

/** Where an address leads that we did not make. */
export function nothingHere(locale: Locale): string {
  const { page } = guestWords(locale);
  return written(
    locale,
    page.nothing,
    `<h1>${escapeHtml(page.nothing)}</h1><p>${escapeHtml(page.nothingText)}</p>`,
  );
}

function written(locale: Locale, title: string, content: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${content}</main></body>
</html>
`;
}
