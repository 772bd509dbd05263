import { SMALL_PART_LIMIT } from './limits.ts';
import { builtInKind, codeKind, type NumberKind } from './number-format.ts';
import type { Package } from './package.ts';
import { readXml } from './xml.ts';

/** What the numbers of each cell style stand for, by the style's index. */
export async function readStyles(zip: Package, part: string | undefined): Promise<readonly NumberKind[]> {
  if (part === undefined || !zip.has(part)) return [];
  const custom = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await readXml(part, zip.text(part, SMALL_PART_LIMIT), {
    open(name, { numFmtId, formatCode }) {
      const format = Number(numFmtId ?? 0);
      if (name === 'numFmt') custom.set(format, codeKind(formatCode ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) kinds.push(custom.get(format) ?? builtInKind(format));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return kinds;
}
