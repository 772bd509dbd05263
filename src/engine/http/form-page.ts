import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { ShownForm } from '#kernel/public-form.ts';
import { frameAncestors } from '../public-forms/allowed-origin.ts';
import type { OpenForm } from '../public-forms/open-form.ts';
import type { Context } from '../records/context.ts';

const style = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#f7f5f1,#1b1a18);color:light-dark(#211e1a,#e9e6e0);font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif}
main{box-sizing:border-box;max-width:40rem;min-height:100vh;margin:0 auto;padding:clamp(16px,5vw,48px)}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** What the script on the page is to show: a form, or an answer to it. */
export interface Place {
  readonly form: string;
  readonly answer?: string;
}

/** A form on a page of its own, which the sites that may show it may also put into a frame. */
export function openFormPage(
  reply: FastifyReply,
  { context, form }: { readonly context: Context; readonly form: OpenForm },
): FastifyReply {
  const title = form.shown.title ?? context.workspace.label;
  return formPage(reply, { ...form.shown, title }, { form: `${context.workspace.name}/${form.record.id}` });
}

/** A page that holds nothing but what the script draws. */
export function formPage(
  reply: FastifyReply,
  { language, title, origins }: Pick<ShownForm, 'language' | 'origins'> & { readonly title: string },
  { form, answer }: Place,
): FastifyReply {
  const name = escaped(title);
  const place = `data-form="${escaped(form)}"${answer === undefined ? '' : ` data-answer="${escaped(answer)}"`}`;
  return reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors ${frameAncestors(origins)}`,
    )
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('referrer-policy', 'no-referrer')
    .send(`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${name}</title><style>${style}</style></head>
<body><main><script src="/forms/embed.js" ${place} data-alone data-language="${language}" async></script></main></body>
</html>
`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
