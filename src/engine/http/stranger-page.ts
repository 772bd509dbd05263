import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { escapeHtml } from '../mail/escape-html.ts';
import type { Locale } from './texts.ts';

/** A kind of page for people who are not signed in: what it may do, and how it is written. */
export interface StrangerPage {
  /** Nothing but the page's own forms, and no program at all; nobody keeps it, finds it or learns from where one came. */
  headers(reply: FastifyReply): void;
  written(locale: Locale, title: string, content: string): string;
}

/** Colours and letters that all of them share. */
const ground = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#f4f2ed,#131210);color:light-dark(#211e1a,#e9e6e0);font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif}
h1{margin:0 0 12px;font-size:22px;line-height:1.35}p{margin:0 0 12px}.faint{color:light-dark(#6b655b,#a8a39a);font-size:14px}
button{border:1px solid light-dark(#b9b3a7,#55504a);border-radius:6px;background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid light-dark(#1f5fa8,#7fb2ea);outline-offset:2px}
`;

/** A kind of page with a style of its own besides. */
export function strangerPage(own: string): StrangerPage {
  const style = ground + own;
  const styleHash = createHash('sha256').update(style).digest('base64');
  return {
    headers(reply) {
      reply
        .type('text/html; charset=utf-8')
        .header(
          'content-security-policy',
          `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
        )
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'no-store')
        .header('x-robots-tag', 'noindex, nofollow')
        .header('vary', 'accept-language');
    },
    written: (locale, title, content) => `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${content}</main></body>
</html>
`,
  };
}

/** What a page's form sends, as text: other bodies are not read. */
export function takeForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1024 },
    (_request, body, done) => done(null, body),
  );
}
