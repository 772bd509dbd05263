const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
/** Characters that XML cannot hold. */
const FORBIDDEN = /[[\p{Cc}\ufffe\uffff]--[\t\n]]/gv;

/** The format writes a character that XML cannot hold as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Text as the format stores it, before XML's own escaping: what merely looks like an escape is escaped too. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      FORBIDDEN,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
