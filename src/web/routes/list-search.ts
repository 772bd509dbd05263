import type { ViewSettings } from '#kernel/view-settings.ts';

/** What an address says beside its view: of these, a view of somebody's keeps values of its own. */
export interface Settable extends Omit<ViewSettings, 'base' | 'columns'> {
  /** Field paths, separated by commas. */
  readonly columns?: string;
}

/** What a list's or board's address says about what is shown. Null takes back what the view itself says. */
export type ListSearch = {
  readonly [Key in keyof Settable]?: Settable[Key] | null;
} & {
  /** The name of a declared view or the id of one that somebody keeps; without it the object's first. */
  readonly view?: string;
  readonly q?: string;
  /** The day around which a calendar shows, e.g. `2026-11-23`, which a month may name too; without it today. */
  readonly day?: string;
  /** How much a calendar shows. */
  readonly scale?: string;
  /** The middle of the map and how near it is: `31.2,121.5,6`. */
  readonly at?: string;
  /** The id of the record that is open beside a list. */
  readonly open?: string;
};

type Read = (value: unknown) => unknown;

const text: Read = (value) => {
  if (value === undefined || value === '') return undefined;
  return typeof value === 'string' ? value : String(value);
};
const object: Read = (value) =>
  typeof value === 'object' && !Array.isArray(value) && Object.keys(value as object).length > 0
    ? value
    : undefined;
const list: Read = (value) => (Array.isArray(value) && value.length > 0 ? value : undefined);
const flag: Read = (value) => (value === true || value === 'true' ? true : undefined);
const count: Read = (value) => (Number.isInteger(Number(value)) ? Number(value) : undefined);

const settable: Readonly<Record<keyof Settable, Read>> = {
  where: object,
  sort: text,
  columns: text,
  widths: object,
  frozen: count,
  group: text,
  ends: text,
  after: text,
  critical: flag,
  zoom: text,
  totals: object,
  colors: list,
  density: text,
};

export const settableNames = Object.keys(settable) as (keyof Settable)[];

/** Reads an address, whoever wrote it; what is absent stays absent, so that addresses stay short. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const read = Object.entries(settable).map(([name, as]) => {
    const value = search[name];
    return [name, value === null ? null : value === undefined ? undefined : as(value)] as const;
  });
  const named = ['view', 'q', 'scale', 'open', 'at'].map(
    (name) => [name, text(search[name] ?? undefined)] as const,
  );
  const month = text(search.month ?? undefined);
  const day = text(search.day ?? undefined) ?? (month === undefined ? undefined : `${month}-01`);
  return Object.fromEntries(
    [...named, ['day', day] as const, ...read].filter(([, value]) => value !== undefined),
  );
}
