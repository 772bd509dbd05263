import type { Pool } from 'pg';
import { searchTokens } from '#engine/search/tokens.ts';
import { mobile, personName, randomFrom } from './people.ts';
import { copy, idOf, nameWords, vectorText } from './seed.ts';

/** People that are imported: enough that starting does not count. */
export const importedRows = 100_000;

type Row = readonly [lastName: string, firstName: string, mobile: string, email: string];

function rowsOf(seed: number, mark: string): readonly Row[] {
  const random = randomFrom(seed);
  return Array.from({ length: importedRows }, (_, number) => {
    const { lastName, firstName } = personName(random);
    return [lastName, firstName, mobile(random), `${mark}${number}@example.cn`];
  });
}

/**
 * Seconds that COPY needs for the rows into the tables that an import writes: the records with their search words, and
 * their entries in the log. Everything is prepared before the clock starts.
 */
export async function copySeconds(pool: Pool, round: number): Promise<number> {
  const at = new Date().toISOString();
  const ids = (number: number) => idOf(2, 0x100000000 + round * importedRows + number);
  const rows = rowsOf(100 + round, `c${round}x`);
  const records = rows.map(([lastName, firstName, phone, email], number) => {
    const name = lastName + firstName;
    const tokens = searchTokens([
      { kind: 'name', value: name },
      { kind: 'digits', value: phone },
      { kind: 'text', value: email },
    ]);
    return [
      ids(number),
      name,
      lastName,
      firstName,
      phone,
      email,
      'f',
      '1',
      at,
      at,
      vectorText(tokens),
      nameWords(name),
    ];
  });
  const entries = rows.map(([lastName, firstName, phone, email], number) => {
    const changes = { name: lastName + firstName, lastName, firstName, mobile: phone, email };
    const changed = Object.fromEntries(
      Object.entries(changes).map(([field, value]) => [field, [null, value]]),
    );
    return [at, 'contact', ids(number), '1', 'created', JSON.stringify(changed)];
  });
  const people = [
    'id',
    'name',
    'lastName',
    'firstName',
    'mobile',
    'email',
    'doNotContact',
    'version',
    'createdAt',
    'updatedAt',
    'search',
    'searchName',
  ];
  const log = ['at', 'object', 'record', 'version', 'kind', 'changes'];
  const began = performance.now();
  await copy(pool, 'contact', people, importedRows, (number) => records[number] ?? []);
  await copy(pool, 'event', log, importedRows, (number) => entries[number] ?? []);
  return (performance.now() - began) / 1000;
}

/** Seconds from sending the file to its last row being there, through the product's import. */
export async function importSeconds(
  url: string,
  headers: Readonly<Record<string, string>>,
  round: number,
): Promise<number> {
  const lines = rowsOf(200 + round, `i${round}x`).map((row) => row.join(','));
  const form = new FormData();
  form.append('files', new Blob([`lastName,firstName,mobile,email\n${lines.join('\n')}\n`]), 'contact.csv');
  form.append('import', JSON.stringify({ files: [{ name: 'contact.csv', object: 'contact' }], run: true }));
  const began = performance.now();
  const brought = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form });
  const { id } = (await brought.json()) as { id: string };
  for (;;) {
    const job = (await (await fetch(`${url}/api/imports/${id}`, { headers })).json()) as {
      state: string;
      problem: string | null;
      files: readonly { created: number }[];
    };
    if (job.state === 'done' && job.files[0]?.created === importedRows) break;
    if (!['queued', 'running'].includes(job.state))
      throw new Error(`The import ended as ${job.state}: ${job.problem}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (performance.now() - began) / 1000;
}
