import { escapeText } from '../../reading/xlsx/escaped-text.ts';

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for the inside of an element or a quoted attribute. */
export function xmlText(text: string): string {
  return escapeText(text).replace(/[&<>"]/g, (character) => NAMED[character] ?? character);
}
