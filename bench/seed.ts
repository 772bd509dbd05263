import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { searchTokens } from '#engine/search/tokens.ts';
import { companyName, mobile, personName, randomFrom } from './people.ts';
import type { Scale } from './scale.ts';

/** Ids that are told from a number, so that a benchmark knows every record without asking. */
export function idOf(kind: 1 | 2 | 3, number: number): string {
  return `01900000-000${kind}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const stages = ['prospecting', 'engaging', 'qualification', 'proposal', 'negotiation', 'won', 'lost'];
const since = Date.parse('2024-11-01T00:00:00Z');

/** The people among whom the records are shared out, by id. */
export interface Owners {
  readonly administrator: string;
  /** Has every hundredth customer, with its people and deals. */
  readonly representative: string;
}

/** Fills the product's own tables with a company of this size, through COPY with all indexes in place. */
export async function seed(pool: Pool, owners: Owners, scale: Scale): Promise<void> {
  const random = randomFrom(7);
  const stamp = (number: number) => new Date(since + number * 60).toISOString();
  const by = owners.administrator;
  const tail = (number: number) => ['1', stamp(number), by, stamp(number), by];
  const ownerOf = (account: number) => (account % 100 === 7 ? owners.representative : by);
  const names: string[] = [];
  await copy(
    pool,
    'account',
    ['id', 'name', 'owner', 'industry', 'lifecycle', 'phone', ...system, 'search', 'searchName'],
    scale.accounts,
    (n) => {
      const name = companyName(random);
      const phone = `021${String(random(100_000_000)).padStart(8, '0')}`;
      if (n < 1000) names.push(name);
      const search = vector([
        { kind: 'name', value: name },
        { kind: 'digits', value: phone },
      ]);
      return [
        idOf(1, n),
        name,
        ownerOf(n),
        'manufacturing',
        n % 3 ? 'prospect' : 'customer',
        phone,
        ...tail(n),
        search,
        nameWords(name),
      ];
    },
  );
  const contactColumns = [
    'id',
    'name',
    'lastName',
    'firstName',
    'account',
    'title',
    'mobile',
    'email',
    'owner',
    'doNotContact',
  ];
  await copy(pool, 'contact', [...contactColumns, ...system, 'search', 'searchName'], scale.contacts, (n) => {
    const { lastName, firstName } = personName(random);
    const name = lastName + firstName;
    const number = mobile(random);
    const email = `p${n}@example.cn`;
    const search = vector([
      { kind: 'name', value: name },
      { kind: 'digits', value: number },
      { kind: 'text', value: email },
    ]);
    const account = random(scale.accounts);
    return [
      idOf(2, n),
      name,
      lastName,
      firstName,
      idOf(1, account),
      '采购经理',
      number,
      email,
      ownerOf(account),
      'f',
      ...tail(n),
      search,
      nameWords(name),
    ];
  });
  const deal = [
    'id',
    'name',
    'account',
    'owner',
    'stage',
    'amount',
    'amountCurrency',
    'closeDate',
    'probability',
  ];
  await copy(pool, 'opportunity', [...deal, ...system, 'search', 'searchName'], scale.opportunities, (n) => {
    const name = `${names[random(names.length)]} 数控改造 ${n}`;
    const amount = String(random(5_000_000));
    const day = new Date(since + random(900) * 86_400_000).toISOString().slice(0, 10);
    const stage = stages[random(stages.length)] as string;
    const search = vector([{ kind: 'name', value: name }]);
    const account = random(scale.accounts);
    return [
      idOf(3, n),
      name,
      idOf(1, account),
      ownerOf(account),
      stage,
      amount,
      'CNY',
      day,
      '50',
      ...tail(n),
      search,
      nameWords(name),
    ];
  });
  await pool.query('vacuum analyze ws_main.account, ws_main.contact, ws_main.opportunity');
}

const system = ['version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];

/** The words of a name, which stand apart too. */
export function nameWords(name: string): string {
  return vector([{ kind: 'name', value: name }]);
}

function vector(parts: Parameters<typeof searchTokens>[0]): string {
  return vectorText(searchTokens(parts));
}

/** Search words as PostgreSQL reads a tsvector. */
export function vectorText(tokens: readonly string[]): string {
  return tokens.map((token) => `'${token.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' ');
}

/** Rows in PostgreSQL's text format. */
export async function copy(
  pool: Pool,
  table: string,
  columns: readonly string[],
  count: number,
  row: (number: number) => readonly string[],
): Promise<void> {
  const client = await pool.connect();
  try {
    const list = columns.map((column) => `"${column}"`).join(', ');
    const stream: Writable = client.query(copyFrom(`copy ws_main."${table}" (${list}) from stdin`));
    let block = '';
    for (let number = 0; number < count; number++) {
      block += `${row(number).map(escaped).join('\t')}\n`;
      if (block.length > 256 * 1024) {
        if (!stream.write(block)) await once(stream, 'drain');
        block = '';
      }
    }
    stream.end(block);
    await once(stream, 'finish');
  } finally {
    client.release();
  }
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}
