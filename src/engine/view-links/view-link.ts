/** A view that is shown to whoever has its address. */
export interface ViewLink {
  readonly id: string;
  readonly view: string;
  /** Who made it: what he may read is what is shown. */
  readonly person: string;
  /** Paths. */
  readonly columns: readonly string[];
  /** Those among them that tell of people, which he chose knowing it. */
  readonly personal: readonly string[];
  /** The hash of a password that is asked for. */
  readonly password: string | null;
  /** The last day on which it is shown, in the company's time zone. */
  readonly lastDay: string | null;
  /** Whether it may be carried away as a file. */
  readonly download: boolean;
  /** The version of the view that its maker agreed to show. */
  readonly agreed: number;
  /** The day on which it was opened last, and how many records have been counted on it as carried away. */
  readonly day: string | null;
  readonly counted: number;
}

/** SQL of a link as JSON. */
export const linkColumns = `json_build_object('id', l.id, 'view', l.view, 'person', l.person, 'columns', l.columns,
  'personal', l.personal, 'password', l.password, 'lastDay', l.last_day, 'download', l.download, 'agreed', l.agreed,
  'day', l.day, 'counted', l.counted)`;
