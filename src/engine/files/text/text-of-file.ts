import sanitize from 'sanitize-html';
import { decode } from '../../import-export/reading/decode.ts';
import { detectEncoding } from '../../import-export/reading/encoding.ts';
import { type FileBytes, openSource } from '../../import-export/reading/file-source.ts';
import { readXlsx, sheetNames } from '../../import-export/reading/xlsx.ts';
import { textLimits } from './limits.ts';
import { textOfPackage } from './text-of-package.ts';
import { textOfPdf } from './text-of-pdf.ts';

const textual = /^text\/|json|xml$|javascript|message\/rfc822/;

/** What is written in a file, as plain text; nothing for a kind of file that holds none. */
export async function textOfFile(name: string, mediaType: string, bytes: Uint8Array): Promise<string> {
  const file = await openSource({ name, bytes });
  if (mediaType === 'application/pdf') return textOfPdf(bytes);
  if (mediaType.endsWith('spreadsheetml.sheet')) return textOfSheets(file);
  if (/openxmlformats|opendocument/.test(mediaType)) return textOfPackage(file, mediaType);
  if (mediaType === 'text/html') return withoutMarkup(await decoded(file));
  return textual.test(mediaType) ? decoded(file) : '';
}

async function decoded(file: FileBytes): Promise<string> {
  const { encoding } = detectEncoding(await file.head(64 * 1024));
  let text = '';
  for await (const piece of decode(file.chunks(), encoding)) {
    text += piece;
    if (text.length > textLimits.characters) break;
  }
  return text;
}

/** A page without anything that could act: its words alone. */
function withoutMarkup(html: string): string {
  const spaced = html.replace(/<(?:\/(?:p|div|h\d|li|tr|table)|br\b[^>]*)>/gi, '\n$&');
  return sanitize(spaced, { allowedTags: [], allowedAttributes: {} })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n');
}

async function textOfSheets(file: FileBytes): Promise<string> {
  let text = '';
  for (const name of await sheetNames(file)) {
    text += `${text === '' ? '' : '\n'}${name}\n`;
    for await (const { cells } of readXlsx(file, name)) {
      text += `${cells.join('\t')}\n`;
      if (text.length > textLimits.characters) return text;
    }
  }
  return text;
}
