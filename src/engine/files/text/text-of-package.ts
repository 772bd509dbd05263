import type { FileBytes } from '../../import-export/reading/file-source.ts';
import { openPackage, type Package } from '../../import-export/reading/xlsx/package.ts';
import { readXml } from '../../import-export/reading/xlsx/xml.ts';
import { textLimits } from './limits.ts';

/** Elements after which a new line begins, by their names in the formats of Microsoft and of OpenDocument. */
const lines = new Set(['p', 'h', 'br', 'cr', 'tr', 'table-row', 'line-break']);
const gaps = new Set(['tab', 'tc', 'table-cell']);

/** The words of a document or of slides, paragraph by paragraph. */
export async function textOfPackage(file: FileBytes, mediaType: string): Promise<string> {
  const zip = await openPackage(file);
  try {
    let text = '';
    for (const part of partsOf(zip, mediaType)) {
      if (text.length > textLimits.characters) break;
      text += await textOfPart(zip, part);
    }
    return text.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n');
  } finally {
    zip.close();
  }
}

function* partsOf(zip: Package, mediaType: string): Generator<string> {
  if (mediaType.includes('opendocument')) yield 'content.xml';
  else if (mediaType.endsWith('presentation'))
    for (let slide = 1; zip.has(`ppt/slides/slide${slide}.xml`); slide++)
      yield `ppt/slides/slide${slide}.xml`;
  else {
    yield 'word/document.xml';
    for (const further of ['footnotes', 'endnotes', 'comments', 'header1', 'footer1'])
      if (zip.has(`word/${further}.xml`)) yield `word/${further}.xml`;
  }
}

async function textOfPart(zip: Package, part: string): Promise<string> {
  const open = part === 'content.xml';
  let text = '';
  let inText = 0;
  await readXml(part, zip.text(part, textLimits.part), {
    open(name) {
      if (name === 't') inText++;
      else if (gaps.has(name)) text += '\t';
    },
    close(name) {
      if (name === 't') inText--;
      else if (lines.has(name)) text += '\n';
    },
    text(found) {
      if ((inText > 0 || open) && text.length < textLimits.characters) text += found;
    },
  });
  return `${text}\n`;
}
