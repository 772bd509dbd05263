import { type Block, blocksOf } from './read-blocks.ts';

/** A chapter of a manual under its heading. */
export interface Chapter {
  readonly title: string;
  /** The pages of the product that it tells of, as `settings/people`, or the name of an object. */
  readonly pages: readonly string[];
  readonly blocks: readonly Block[];
}

export interface Manual {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

const told = /<!-- help: (.+?) -->/;

/** Where the page is read, reasons for what the product does are out of reach. */
const reasons =
  /\s*(?:（\[[^\]]*\]\(decisions\/[^)]*\)）|\(\[[^\]]*\]\(decisions\/[^)]*\)\)|\[[^\]]*\]\(decisions\/[^)]*\)[.。])/g;

/** Reads a manual, as far as ours make use of Markdown. */
export function readManual(markdown: string): Manual {
  const [front = '', ...chapters] = markdown.replace(reasons, '').split(/^## /m);
  return {
    title: /^# (.+)$/m.exec(front)?.[1] ?? '',
    chapters: chapters.map((chapter) => {
      const [, title = '', text = ''] = /^(.*)\n([\s\S]*)$/.exec(chapter) ?? [];
      const pages = told.exec(text)?.[1]?.split(', ') ?? [];
      return { title: title.trim(), pages, blocks: blocksOf(text.replace(told, '')) };
    }),
  };
}

/** The name by which addresses know a heading. */
export function headingName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
