import { fileURLToPath } from 'node:url';
import { textLimits } from './limits.ts';

const home = new URL('./', import.meta.resolve('pdfjs-dist/package.json'));
/** By what old Chinese files say which character a code is. */
const cMapUrl = fileURLToPath(new URL('cmaps/', home));
const standardFontDataUrl = fileURLToPath(new URL('standard_fonts/', home));

/** The text of a PDF, page by page; scans have none. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({
    ...{ data: new Uint8Array(bytes), cMapUrl, cMapPacked: true, standardFontDataUrl },
    ...{ verbosity: VerbosityLevel.ERRORS, useWasm: false, enableXfa: false, disableFontFace: true },
  }).promise;
  let text = '';
  for (let number = 1; number <= Math.min(document.numPages, textLimits.pages); number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n\n';
    page.cleanup();
    if (text.length > textLimits.characters) break;
  }
  return text.trim();
}
