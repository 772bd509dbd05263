import type { Pool } from 'pg';
import { mobile, personName, randomFrom } from './people.ts';
import { copy, idOf } from './seed.ts';

/** People that are imported: enough that starting does not count. */
export const importedRows = 100_000;

type Row = readonly [lastName: string, firstName: string, mobile: string, email: string];

function row(random: (below: number) => number, number: number, mark: string): Row {
  const { lastName, firstName } = personName(random);
  return [lastName, firstName, mobile(random), `${mark}${number}@example.cn`];
}

/** Seconds that COPY needs for the rows, into the same table with the same indexes, without history or search words. */
export async function copySeconds(pool: Pool, round: number): Promise<number> {
  const random = randomFrom(100 + round);
  const columns = [
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
  ];
  const began = performance.now();
  await copy(pool, 'contact', columns, importedRows, (n) => {
    const [lastName, firstName, phone, email] = row(random, n, `c${round}x`);
    const at = new Date().toISOString();
    return [
      idOf(2, 0x100000000 + round * importedRows + n),
      lastName + firstName,
      lastName,
      firstName,
      phone,
      email,
      'f',
      '1',
      at,
      at,
    ];
  });
  return (performance.now() - began) / 1000;
}

/** Seconds from sending the file to its last row being there, through the product's import. */
export async function importSeconds(
  url: string,
  headers: Readonly<Record<string, string>>,
  round: number,
): Promise<number> {
  const random = randomFrom(200 + round);
  const lines = Array.from({ length: importedRows }, (_, n) => row(random, n, `i${round}x`).join(','));
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
