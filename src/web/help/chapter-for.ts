import type { OpenManual } from './open-manual.ts';
import { type Chapter, headingName } from './read-manual.ts';

/** Where somebody is. */
export interface Screen {
  readonly path: string;
  /** The part of the settings. */
  readonly part?: string | undefined;
  /** What the engine uses the records at hand for. */
  readonly purpose?: string | undefined;
}

const places: Readonly<Record<string, string>> = {
  '': 'finding-your-way',
  import: 'bringing-in-what-you-have',
  duplicates: 'a-record',
  bulk: 'lists-and-boards',
};

const parts: Readonly<Record<string, string>> = {
  security: 'coming-in',
  notifications: 'reminders-and-notifications',
};

const shapes = new Set(['board', 'gallery', 'split', 'timeline']);
const reports = new Set(['report', 'dashboard', 'tile', 'reportMail']);

/** The chapter of the manuals that tells of a screen: the one that names it, else the one for every screen of its kind. */
export function chapterFor(
  { path, part = '', purpose = '' }: Screen,
  manuals: readonly OpenManual[],
): string {
  const [first = '', second] = path.split('/').slice(1);
  const page = first === 'settings' ? `settings/${part}` : first;
  const named = chaptersOf(manuals).find(([, { pages }]) => pages.includes(page));
  if (named) return named[0];
  if (first === 'settings') return parts[part] ?? 'settings';
  const place = places[first];
  if (place !== undefined) return place;
  if (reports.has(purpose)) return 'reports-and-dashboards';
  if (second === 'calendar') return 'the-calendar';
  return second === undefined || shapes.has(second) ? 'lists-and-boards' : 'a-record';
}

/** The chapter that has a heading, by which a link calls it. */
export function chapterWith(heading: string, manuals: readonly OpenManual[]): string | undefined {
  const has = ([, { title, blocks }]: readonly [string, Chapter]) => {
    const parts = blocks.flatMap((block) => (block.kind === 'heading' ? block.words : []));
    return [title, ...parts.map(({ text }) => text)].some((each) => headingName(each) === heading);
  };
  return chaptersOf(manuals).find(has)?.[0];
}

function chaptersOf(manuals: readonly OpenManual[]) {
  return manuals.flatMap(({ chapters }) => [...chapters]);
}
