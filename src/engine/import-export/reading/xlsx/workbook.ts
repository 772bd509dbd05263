import path from 'node:path/posix';
import { UnreadableFile } from '../unreadable-file.ts';
import { SMALL_PART_LIMIT } from './limits.ts';
import type { Package } from './package.ts';
import { type Attributes, readXml } from './xml.ts';

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Old Excel for Mac counts days from 1904. */
  readonly from1904: boolean;
}

interface Relation {
  readonly kind: string;
  readonly part: string;
}

/** The table of contents: which sheets there are, in order, and where the shared pieces lie. */
export async function readWorkbook(zip: Package): Promise<Workbook> {
  const roots = await readRelations(zip, '_rels/.rels', '');
  const main = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new UnreadableFile('unsupported', { format: 'xlsb' });
  if (!zip.has(main)) throw new UnreadableFile('unsupported', { format: 'zip' });
  const folder = path.dirname(main);
  const relations = await readRelations(zip, `${folder}/_rels/${path.basename(main)}.rels`, folder);
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  let root: string | undefined;
  await readXml(main, zip.text(main, SMALL_PART_LIMIT), {
    open(name, attributes) {
      root ??= name;
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const relation = relations.get(relationId(attributes));
      if (relation?.kind === 'worksheet') sheets.push({ name: attributes.name ?? '', part: relation.part });
    },
  });
  if (root !== 'workbook') throw new UnreadableFile('unsupported', { format: 'zip' });
  const partOf = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.part;
  return { sheets, from1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** Relations by id; a relation's kind is the last word of its type, in both dialects of the format. */
async function readRelations(zip: Package, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!zip.has(part)) return relations;
  await readXml(part, zip.text(part, SMALL_PART_LIMIT), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : path.normalize(path.join(folder, Target));
      relations.set(Id, { kind: path.basename(Type ?? ''), part: target });
    },
  });
  return relations;
}

/** `r:id`, whatever prefix the file gives the namespace. */
function relationId(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? '' : (attributes[name] ?? '');
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
