const mention = /<span\b[^>]*\bdata-mention="([0-9a-f-]{36})"/g;

/** The people whom a text names, each once, as they were picked while it was typed. */
export function mentionedIn(body: string): readonly string[] {
  return [...new Set([...body.matchAll(mention)].map(([, id = '']) => id))].sort();
}
