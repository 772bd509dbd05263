import { type FoundInvitation, guestAnswers } from '../guests/answer.ts';
import { guestWords } from '../guests/guest-words.ts';
import { occasionInWords } from '../guests/occasion-in-words.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import { filledText } from '../notifications/notification-texts.ts';
import type { Context } from '../records/context.ts';
import { strangerPage } from './stranger-page.ts';
import type { Locale } from './texts.ts';

/** What a guest is shown, with three buttons to answer with. */
export const guestPages =
  strangerPage(`main{box-sizing:border-box;width:calc(100% - 24px);max-width:34rem;margin:clamp(12px,8vh,80px) auto;padding:28px;border:1px solid light-dark(#dedad1,#36332e);border-radius:10px;background:light-dark(#fff,#211f1b)}
form{display:flex;flex-wrap:wrap;gap:8px;margin:20px 0 12px}
button{flex:1 1 6rem;padding:10px 8px}
button[aria-pressed=true]{border-color:#b93426;background:#b93426;color:#fff}`);

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
  return guestPages.written(
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
  return guestPages.written(
    locale,
    page.nothing,
    `<h1>${escapeHtml(page.nothing)}</h1><p>${escapeHtml(page.nothingText)}</p>`,
  );
}
