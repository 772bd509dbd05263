import { escapeHtml } from './escape-html.ts';

/** What a mail says, apart from how it looks. */
export interface MailContent {
  readonly locale: 'en' | 'zh-CN';
  /** A few words above the heading: what kind of mail it is. */
  readonly eyebrow: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Things that each lead somewhere, below the paragraphs, and what follows them. */
  readonly list?: readonly MailItem[];
  readonly after?: string;
  readonly button?: { readonly label: string; readonly href: string };
  /** Why it was sent, and where that is changed. */
  readonly footer: string;
  readonly link?: { readonly label: string; readonly href: string };
}

/** One of several things that a mail tells. */
export interface MailItem {
  readonly eyebrow: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

/** The same mail as plain text and as HTML that every mail program can show, light or dark. */
export function composeMail(content: MailContent): { readonly text: string; readonly html: string } {
  return { text: asText(content), html: asHtml(content) };
}

function asText({ heading, paragraphs, list = [], after = '', button, footer, link }: MailContent): string {
  const parts = [
    heading,
    ...paragraphs,
    ...list.map(({ eyebrow, title, text, href }) =>
      [`${eyebrow} · ${title}`, text, href].filter(Boolean).join('\n'),
    ),
    after,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    `-- \n${footer}${link ? `\n${link.label}: ${link.href}` : ''}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const fonts = "-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

function asHtml(content: MailContent): string {
  const { locale, eyebrow, heading, paragraphs, list = [], after = '', button, footer, link } = content;
  const e = escapeHtml;
  const paragraph = (text: string) =>
    text && `<p class="ink" style="margin:0 0 12px;color:#3a3630">${e(text).replaceAll('\n', '<br>')}</p>`;
  const body = [...paragraphs.map(paragraph), ...list.map(itemHtml), paragraph(after)].join('');
  const way = button
    ? `<p style="margin:24px 0 4px"><a class="button" href="${e(button.href)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#b93426;color:#ffffff;font-weight:600;text-decoration:none">${e(button.label)}</a></p>`
    : '';
  const out = link
    ? ` <a class="faint" href="${e(link.href)}" style="color:#7a7469">${e(link.label)}</a>`
    : '';
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${e(heading)}</title>
<style>@media (prefers-color-scheme: dark) { .page { background:#131210 !important } .sheet { background:#211f1b !important; border-color:#36332e !important } .ink { color:#e9e6e0 !important } .faint { color:#a8a39a !important } }</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f4f2ed;font:15px/1.6 ${fonts}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #dedad1;border-radius:10px">
<tr><td style="padding:28px 28px 24px;text-align:left">
<p class="faint" style="margin:0 0 6px;color:#7a7469;font-size:13px">${e(eyebrow)}</p>
<h1 class="ink" style="margin:0 0 14px;color:#211e1a;font-size:20px;line-height:1.35;font-weight:650">${e(heading)}</h1>
${body}${way}
</td></tr>
</table>
<p class="faint" style="max-width:560px;margin:16px auto 0;color:#7a7469;font-size:12px;text-align:left">${e(footer)}${out}</p>
</td></tr></table>
</body>
</html>
`;
}

function itemHtml({ eyebrow, title, text, href }: MailItem): string {
  const e = escapeHtml;
  const more = text && `<br><span class="faint" style="color:#7a7469;font-size:13px">${e(text)}</span>`;
  return `<p style="margin:0 0 12px"><span class="faint" style="color:#7a7469;font-size:12px">${e(eyebrow)}</span><br><a class="ink" href="${e(href)}" style="color:#211e1a;font-weight:600;text-decoration:none">${e(title)}</a>${more}</p>`;
}
