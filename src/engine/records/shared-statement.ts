import type { Database, Row } from '../database/database.ts';
import { Gathering } from '../database/gathering.ts';
import { type Fragment, isSlot, raw, type Slot, sql } from '../sql/fragment.ts';
import { compileStatement, type Statement } from '../sql/statement.ts';
import { callerOf } from './binding.ts';
import type { Context } from './context.ts';
import { type Amount, inputText } from './input-rows.ts';

/**
 * A statement that does for each of its rows what a caller of its own asks, by his own rights and at his own time, so
 * that requests which come at once go together. Its rows come as the argument `rows` under the alias `i`; each answer
 * begins with the row's `n`.
 */
export interface SharedStatement {
  readonly one: Statement;
  readonly several: Statement;
  /** What the statement has to know of each caller. */
  readonly given: readonly Asked[];
  /** Whether it changes the records of these ids: never one of them twice. */
  readonly changes: boolean;
}

type Asked = Exclude<Slot['slot'], 'argument'>;

/** One request's part in a shared statement. */
interface SharedRow {
  readonly id: string;
  readonly [column: string]: unknown;
}

/** What a statement may ask about its caller, with its type. */
const asked: Readonly<Record<Asked, string>> = {
  actor: 'uuid',
  impersonator: 'uuid',
  team: 'uuid[]',
  teammates: 'uuid[]',
  department: 'uuid[]',
  departmentAndBelow: 'uuid[]',
  audiences: 'text[]',
  territories: 'text[]',
  today: 'date',
  now: 'timestamptz',
  timeZone: 'text',
  workingWeek: 'int[]',
  exceptionalDays: 'int[]',
  exceptionalChanges: 'int[]',
  exceptionalRanks: 'int[]',
};

/** Builds a statement, given the columns in which its rows say whose they are. */
type Build = (amount: Amount, caller: readonly string[]) => Fragment;

export function shareStatement(build: Build, changes = false): SharedStatement {
  const slots = build('one', [])
    .values.filter(isSlot)
    .map(({ slot }) => slot);
  const given = [...new Set(slots.filter((slot) => slot !== 'argument'))];
  const caller = given.map((name) => `"@${name}" ${asked[name]}`);
  const compiled = (amount: Amount) => compileStatement(ofRow(build(amount, caller)));
  return { one: compiled('one'), several: compiled('several'), given, changes };
}

/** What a statement asks about its caller, asked of each row. */
function ofRow(fragment: Fragment): Fragment {
  return fragment.values.reduce<Fragment>(
    (before, value, index) => {
      const asked = isSlot(value) && value.slot !== 'argument' ? raw(`i."@${value.slot}"`) : value;
      return sql`${before}${asked}${raw(fragment.texts[index + 1] ?? '')}`;
    },
    raw(fragment.texts[0] ?? ''),
  );
}

type Gathered = Gathering<SharedRow, Row | undefined>;

const gatherings = new WeakMap<Database, WeakMap<SharedStatement, Gathered>>();

/** Runs a shared statement for this row, together with others that ask for the same at this moment. */
export function runShared(
  context: Context,
  statement: SharedStatement,
  row: SharedRow,
): Promise<Row | undefined> {
  const caller = callerOf(context);
  const own: Record<string, unknown> = {};
  for (const name of statement.given) own[`@${name}`] = caller[name];
  return gatheringFor(context.database, statement).do(Object.assign(own, row) as SharedRow);
}

function gatheringFor(database: Database, statement: SharedStatement): Gathered {
  const known = gatherings.get(database) ?? new WeakMap<SharedStatement, Gathered>();
  gatherings.set(database, known);
  const gathering = known.get(statement) ?? gatheringOf(database, statement);
  known.set(statement, gathering);
  return gathering;
}

function gatheringOf(database: Database, statement: SharedStatement): Gathered {
  const work = (rows: readonly SharedRow[]) => run(database, statement, rows);
  return statement.changes ? new Gathering(work, ({ id }) => id) : new Gathering(work);
}

async function run(
  database: Database,
  { one, several }: SharedStatement,
  rows: readonly SharedRow[],
): Promise<readonly (Row | undefined)[]> {
  const { text, values } = rows.length === 1 ? one : several;
  const given = inputText(rows.map((row, n) => ({ n, ...row })));
  // Who asks stands in the rows, so that they are all that is left open.
  const answers = await database.run(
    text,
    values.map((value) => (isSlot(value) ? given : value)),
  );
  const byRow = new Map(answers.map((answer) => [Number(answer[0]), answer]));
  return rows.map((_, n) => byRow.get(n));
}
