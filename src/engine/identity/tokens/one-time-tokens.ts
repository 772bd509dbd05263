import { randomBytes } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { fingerprint } from '../fingerprint.ts';

type Runs = Pick<Database, 'run'>;

export interface NewToken {
  /** What it opens, such as `invitation`. */
  readonly purpose: string;
  readonly workspace?: string | undefined;
  /** Whom it is for. */
  readonly subject: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** How long it works. */
  readonly seconds: number;
}

export interface Token<Facts> {
  readonly workspace: string | null;
  readonly subject: string;
  readonly facts: Facts;
}

/** A secret that works once and for a while; the table knows it by its fingerprint alone. */
export async function issueToken(database: Runs, token: NewToken): Promise<string> {
  const text = randomBytes(32).toString('base64url');
  await keepToken(database, text, token);
  return text;
}

/** Keeps a secret that somebody else made; false when it is kept already. */
export async function keepToken(database: Runs, text: string, token: NewToken): Promise<boolean> {
  const { purpose, workspace = null, subject, facts = {}, seconds } = token;
  const kept = await database.run(
    `insert into guanxi.one_time_token (hash, purpose, workspace, subject, facts, expires_at)
     values ($1, $2, $3, $4, $5, now() + $6::int * interval '1 second') on conflict (hash) do nothing returning hash`,
    [fingerprint(text), purpose, workspace, subject, JSON.stringify(facts), seconds],
  );
  return kept.length > 0;
}

/** What a token stands for, while it works. */
export function readToken<Facts = object>(database: Runs, purpose: string, text: string) {
  return found<Facts>(
    database,
    `select workspace, subject, facts from guanxi.one_time_token where hash = $1 and purpose = $2 and expires_at > now()`,
    [fingerprint(text), purpose],
  );
}

/** Uses a token up; of many who try at once, one gets it. */
export function spendToken<Facts = object>(database: Runs, purpose: string, text: string) {
  return found<Facts>(
    database,
    `delete from guanxi.one_time_token where hash = $1 and purpose = $2 and expires_at > now() returning workspace, subject, facts`,
    [fingerprint(text), purpose],
  );
}

/** Takes back every token of this purpose for somebody, in one workspace or in all; how many there were. */
export async function endTokens(
  database: Runs,
  { purpose, workspace, subject }: Pick<NewToken, 'purpose' | 'workspace' | 'subject'>,
): Promise<number> {
  const ended = await database.run(
    `delete from guanxi.one_time_token
     where purpose = $1 and subject = $2 and ($3::text is null or workspace = $3) returning hash`,
    [purpose, subject, workspace ?? null],
  );
  return ended.length;
}

async function found<Facts>(
  database: Runs,
  statement: string,
  values: readonly unknown[],
): Promise<Token<Facts> | undefined> {
  const [row] = await database.run(statement, values);
  if (row === undefined) return undefined;
  return { workspace: row[0] ?? null, subject: row[1] ?? '', facts: JSON.parse(row[2] ?? '{}') };
}
