import { openTable } from '#engine/import-export/reading/open-table.ts';
import { goldSets } from '#test/fixtures/files.ts';

type Row = Readonly<Record<string, string>>;

/** Rows of a published set as values of records, and which of them are known to be one thing. */
export interface GoldSet {
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Pairs of keys of the rows, joined by a space in alphabetical order. */
  readonly matches: ReadonlySet<string>;
  /** Pairs known to be two things; all that are no matches where it is not told. */
  readonly distinct?: ReadonlySet<string>;
}

export const pairOf = (one: string, other: string) => [one, other].sort().join(' ');

/** Restaurants of two guides: 533 of Fodor's, 331 of Zagat's, 112 in both. */
export async function restaurants(): Promise<GoldSet> {
  const rows = [...(await tableIn(goldSets.fodors, 'f')), ...(await tableIn(goldSets.zagats, 'z'))];
  const matches = await rowsIn(goldSets.restaurants);
  return {
    rows: new Map(rows.map(([key, { name, addr, phone }]) => [key, filled({ name, street: addr, phone })])),
    matches: new Set(matches.map((row) => pairOf(`f${row.fodors_id}`, `z${row.zagats_id}`))),
  };
}

/** 500 German people, made up, 50 of them a second time with a slip of the pen. */
export async function people(): Promise<GoldSet> {
  const rows = await rowsIn(goldSets.people);
  const identities = new Map((await rowsIn(goldSets.identities)).map((row) => [row[''] ?? '', row.x]));
  const [matches, first] = [new Set<string>(), new Map<string | undefined, string>()];
  for (const [key, identity] of identities) {
    const other = first.get(identity);
    if (other === undefined) first.set(identity, key);
    else matches.add(pairOf(other, key));
  }
  const two = (part = '') => part.padStart(2, '0');
  return {
    rows: new Map(
      rows.map((row) => [
        row[''] ?? '',
        { name: `${row.fname_c1} ${row.lname_c1}`, born: `${row.by}-${two(row.bm)}-${two(row.bd)}` },
      ]),
    ),
    matches,
  };
}

/** What two shops sell, by its title alone: the first 251 articles of Abt, the first 254 of Buy. */
export async function products(): Promise<GoldSet> {
  const rows: [string, { readonly id: string; readonly title: string }][] = [];
  for (const [shop, path] of [
    ['abt', goldSets.abt],
    ['buy', goldSets.buy],
  ] as const) {
    for (const [at, { unique_id: id = '', title = '' }] of (await rowsIn(path)).entries())
      rows.push([`${shop}${at}`, { id, title }]);
  }
  const [abt, buy] = ['abt', 'buy'].map((shop) => rows.filter(([key]) => key.startsWith(shop)));
  return {
    rows: new Map(rows.map(([key, { title }]) => [key, { name: title }])),
    matches: new Set(
      abt?.flatMap(([one, { id }]) =>
        (buy ?? []).filter(([, row]) => row.id === id).map(([other]) => pairOf(one, other)),
      ),
    ),
  };
}

/** Publications of two libraries: those of 243 pairs of which somebody told whether they are one. */
export async function publications(): Promise<GoldSet> {
  const rows = new Map<string, Readonly<Record<string, string>>>();
  const [matches, distinct] = [new Set<string>(), new Set<string>()];
  for (const row of await rowsIn(goldSets.publications)) {
    const keys = (['ltable', 'rtable'] as const).map((side) => {
      const key = `${side}:${row[`${side}.id`]}`;
      rows.set(key, filled({ name: row[`${side}.title`], authors: row[`${side}.authors`] }));
      return key;
    });
    (row.gold === '1' ? matches : distinct).add(pairOf(keys[0] ?? '', keys[1] ?? ''));
  }
  return { rows, matches, distinct };
}

async function rowsIn(path: string): Promise<readonly Row[]> {
  const table = await openTable({ name: path, path });
  const rows: Row[] = [];
  for await (const { cells } of table.rows())
    rows.push(Object.fromEntries(table.header.map((name, index) => [name, cells[index] ?? ''])));
  await table.close();
  return rows;
}

async function tableIn(path: string, prefix: string): Promise<[string, Row][]> {
  return (await rowsIn(path)).map((row) => [`${prefix}${row.id}`, row]);
}

/** Without what is not told. */
function filled(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}
