import { momentInWords } from '../fields/moment-in-words.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import { filledText } from '../notifications/notification-texts.ts';
import { type LinkWords, linkWords } from '../view-links/link-words.ts';
import type { OpenLink } from '../view-links/open-link.ts';
import type { ShownPage, ShownRow } from '../view-links/shown-page.ts';
import { strangerPage } from './stranger-page.ts';
import type { Locale } from './texts.ts';

const line = 'light-dark(#dedad1,#36332e)';
const paper = 'light-dark(#fff,#211f1b)';

/** A table as wide as it needs; on a phone each record is a card of its own. */
export const shownViewPages =
  strangerPage(`main{box-sizing:border-box;max-width:1600px;margin:0 auto;padding:clamp(12px,3vw,32px)}
.small{max-width:34rem;margin:0 auto;padding-top:clamp(8px,8vh,80px)}.small nav{margin-top:20px}
header{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:8px 24px;margin-bottom:16px}
header h1,header p{margin:0}nav{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
a{color:light-dark(#1f5fa8,#8fbdf0)}
.sheet{overflow:auto;max-height:calc(100vh - 190px);border:1px solid ${line};border-radius:8px;background:${paper}}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th,td{padding:8px 12px;text-align:left;vertical-align:top;border-bottom:1px solid ${line};max-width:28rem;overflow-wrap:break-word}
thead th{position:sticky;top:0;background:light-dark(#f4f2ed,#1b1917);white-space:nowrap;font-weight:600}
th.n,td.n{text-align:right}td{white-space:pre-line}td span{display:none}tr:last-child td{border-bottom:0}
th.group{background:light-dark(#faf8f4,#262420);font-weight:600}
footer{margin-top:14px;display:flex;flex-wrap:wrap;gap:8px 24px;justify-content:space-between}
label{display:block;font-weight:600;margin-bottom:4px}
input{box-sizing:border-box;width:100%;padding:9px 10px;border:1px solid light-dark(#8b857a,#7b756b);border-radius:6px;background:${paper};color:inherit;font:inherit}
form button{margin-top:12px;padding:9px 18px;border-color:#b93426;background:#b93426;color:#fff}
.wrong{color:light-dark(#a32a1d,#f19a8e)}
@media(max-width:640px){.sheet{max-height:none;border:0;background:none}thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,tbody{display:block}tr{display:block;margin-bottom:10px;border:1px solid ${line};border-radius:8px;background:${paper};padding:6px 0}
td,th.group,td.n{display:flex;gap:12px;text-align:left;border:0;padding:4px 14px;max-width:none}td:empty,td.e{display:none}
td span{display:block;flex:0 0 38%;color:light-dark(#6b655b,#a8a39a)}tr.head{border:0;background:none;margin-bottom:4px}th.group{background:none;padding:4px 2px}}`);

/** How an address of the page differs from the one that a stranger was sent. */
export interface PageAddress {
  /** Its path, as it was sent. */
  readonly path: string;
  /** The language that was chosen; the browser's otherwise. */
  readonly language: Locale | undefined;
  readonly cursor: string | undefined;
}

/** What a link shows: a table to be read, without a way into the product. */
export function shownViewPage(
  { context, view, link }: OpenLink,
  { heads, rows, count, next }: ShownPage,
  address: PageAddress,
): string {
  const { actor, workspace, now } = context;
  const words = linkWords(actor.locale);
  const fill = (text: string, values: Record<string, string>) => escapeHtml(filledText(text, values));
  const amount = new Intl.NumberFormat(actor.locale).format(count ?? 0);
  const told =
    count === undefined
      ? ''
      : `<p class="faint">${fill(count === 1 ? words.record : words.records, { count: amount })}</p>`;
  const file = link.download
    ? `<a href="${href({ ...address, path: `${address.path}/table.csv`, cursor: undefined })}" download>${words.download}</a>`
    : '';
  const head = heads
    .map(
      ({ label, number }) =>
        `<th scope="col" role="columnheader"${number ? ' class="n"' : ''}>${escapeHtml(label)}</th>`,
    )
    .join('');
  const body = rows.map((row) => rowOf(row, heads)).join('\n');
  const table =
    rows.length === 0
      ? `<p>${words.none}</p>`
      : `<div class="sheet" role="region" aria-label="${words.table}" tabindex="0"><table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">
${body}
</tbody></table></div>`;
  const moment = { moment: momentInWords(actor, now), zone: actor.timeZone };
  return shownViewPages.written(
    actor.locale,
    `${view.name} · ${workspace.label}`,
    `<header><div><p class="faint">${fill(words.shownBy, { company: workspace.label })}</p><h1>${escapeHtml(view.name)}</h1></div>${told}<nav aria-label="${words.language}">${file}${languages(address, actor.locale)}</nav></header>
${table}
<footer><nav aria-label="${words.pages}">${pages(address, next, words)}</nav><p class="faint">${fill(words.asOf, moment)}</p></footer>`,
  );
}

/** Asks for the password of a link, and tells nothing of what it shows. */
export function passwordPage(locale: Locale, address: PageAddress, wrong: boolean): string {
  const words = linkWords(locale);
  const said = wrong ? `<p class="wrong" role="alert" id="wrong">${words.wrong}</p>` : '';
  const described = wrong ? ' aria-invalid="true" aria-describedby="wrong"' : '';
  return small(
    locale,
    words.asked,
    address,
    `<p>${words.askedText}</p><form method="post"><label for="password">${words.password}</label><input id="password" name="password" type="password" required autocomplete="off"${described}>${said}<button>${words.show}</button></form>`,
  );
}

/** Where an address leads that we did not make, or whose link shows nothing now: which of the two, nobody is told. */
export function nothingShown(locale: Locale, address: PageAddress): string {
  const words = linkWords(locale);
  return small(locale, words.nothing, address, `<p>${words.nothingText}</p>`);
}

function small(locale: Locale, title: string, address: PageAddress, content: string): string {
  const words = linkWords(locale);
  return shownViewPages.written(
    locale,
    title,
    `<div class="small"><h1>${title}</h1>${content}<nav aria-label="${words.language}">${languages(address, locale)}</nav></div>`,
  );
}

function rowOf({ cells, group }: ShownRow, heads: ShownPage['heads']): string {
  const head =
    group === undefined
      ? ''
      : `<tr role="row" class="head"><th role="rowheader" class="group" scope="colgroup" colspan="${heads.length}">${escapeHtml(group)}</th></tr>\n`;
  const shown = cells.map((cell, place) => {
    const classes = [...(heads[place]?.number ? ['n'] : []), ...(cell === '' ? ['e'] : [])].join(' ');
    const label = escapeHtml(heads[place]?.label ?? '');
    return `<td role="cell"${classes && ` class="${classes}"`}><span aria-hidden="true">${label}</span>${escapeHtml(cell)}</td>`;
  });
  return `${head}<tr role="row">${shown.join('')}</tr>`;
}

function pages(address: PageAddress, next: string | undefined, words: LinkWords): string {
  const first =
    address.cursor === undefined
      ? ''
      : `<a href="${href({ ...address, cursor: undefined })}">${words.first}</a>`;
  return (
    first +
    (next === undefined ? '' : `<a rel="next" href="${href({ ...address, cursor: next })}">${words.next}</a>`)
  );
}

const names: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '中文' };

/** The other language. */
function languages(address: PageAddress, locale: Locale): string {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return `<a lang="${other}" hreflang="${other}" href="${href({ ...address, language: other })}">${names[other]}</a>`;
}

function href({ path, language, cursor }: PageAddress): string {
  const query = new URLSearchParams({
    ...(language !== undefined && { language }),
    ...(cursor !== undefined && { cursor }),
  }).toString();
  return escapeHtml(query === '' ? path : `${path}?${query}`);
}
