import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { frameAncestors } from '../public-forms/allowed-origin.ts';
import type { OpenForm } from '../public-forms/open-form.ts';
import type { Context } from '../records/context.ts';

const style = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#f7f5f1,#1b1a18)}
main{box-sizing:border-box;max-width:40rem;min-height:100vh;margin:0 auto;padding:clamp(16px,5vw,48px)}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** A form on a page of its own, which the sites that may show it may also put into a frame. */
export function formPage(
  reply: FastifyReply,
  { context, form }: { readonly context: Context; readonly form: OpenForm },
): FastifyReply {
  const { language, title, origins } = form.shown;
  const address = `${context.workspace.name}/${form.record.id}`;
  const name = escaped(title ?? context.workspace.label);
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
<body><main><script src="/forms/embed.js" data-form="${escaped(address)}" data-language="${language}" async></script></main></body>
</html>
`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
