/** What a list's or board's address says about what is shown. */
export interface ListSearch {
  /** The name of the view; without it the object's first. */
  readonly view?: string;
  /** A condition beside the view's own. */
  readonly where?: unknown;
  readonly sort?: string;
  readonly q?: string;
  /** Field paths, separated by commas, when they differ from the view's. */
  readonly columns?: string;
  /** The month a calendar shows, e.g. `2026-11`; without it the present one. */
  readonly month?: string;
}

function text(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : String(value);
}

function condition(value: unknown): unknown {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? value : undefined;
}

/** Reads an address, whoever wrote it; what is absent stays absent, so that addresses stay short. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const read: Record<keyof ListSearch, unknown> = {
    view: text(search.view),
    where: condition(search.where),
    sort: text(search.sort),
    q: text(search.q),
    columns: text(search.columns),
    month: text(search.month),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
