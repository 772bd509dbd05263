import { unescapeText } from './escaped-text.ts';
import { STRINGS_LIMIT } from './limits.ts';
import type { Package } from './package.ts';
import { RichText } from './rich-text.ts';
import { StringPool } from './string-pool.ts';
import { readXml } from './xml.ts';

/** The texts that cells refer to by number. */
export async function readSharedStrings(zip: Package, part: string | undefined): Promise<StringPool> {
  const pool = new StringPool();
  if (part === undefined || !zip.has(part)) return pool;
  const text = new RichText();
  await readXml(part, zip.text(part, STRINGS_LIMIT), {
    open(name) {
      if (name === 'si') text.clear();
      else text.open(name);
    },
    text: (piece) => text.add(piece),
    close(name) {
      if (name === 'si') pool.add(unescapeText(text.value));
      else text.close(name);
    },
  });
  return pool;
}
