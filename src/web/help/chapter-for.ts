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

/** The chapter of the manual that tells of a screen. */
export function chapterFor({ path, part = '', purpose = '' }: Screen): string {
  const [first = '', second] = path.split('/').slice(1);
  if (first === 'settings') return parts[part] ?? 'settings';
  const place = places[first];
  if (place !== undefined) return place;
  if (reports.has(purpose)) return 'reports-and-dashboards';
  if (second === 'calendar') return 'the-calendar';
  return second === undefined || shapes.has(second) ? 'lists-and-boards' : 'a-record';
}
