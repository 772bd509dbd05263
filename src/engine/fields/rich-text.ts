import sanitizeHtml from 'sanitize-html';

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'h1',
    'h2',
    'h3',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'code',
    'a',
    'hr',
    'span',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'title'], span: ['data-mention'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  disallowedTagsMode: 'discard',
};

/** HTML with everything gone that could run, load or disguise. */
export function richTextOf(html: string): string {
  return sanitizeHtml(html, allowed).trim();
}

/** The words of formatted text, for search. */
export function plainTextOf(html: string): string {
  return sanitizeHtml(html.replace(/<(br|\/p|\/li|\/h\d)[^>]*>/g, ' $&'), {
    allowedTags: [],
    allowedAttributes: {},
  }).trim();
}
