import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import Big from 'big.js';
import fc from 'fast-check';
import { operand } from '#engine/expression/compile.ts';
import { bindingOf } from '#engine/records/binding.ts';
import { Scope } from '#engine/records/scope.ts';
import { indexCondition } from '#engine/schema/index-condition.ts';
import { type Fragment, join, raw, sql } from '#engine/sql/fragment.ts';
import { bind, compileStatement } from '#engine/sql/statement.ts';
import { evaluate, holds, type Surroundings } from '#kernel/expression/evaluate.ts';
import { call, type Expression } from '#kernel/expression/expression.ts';
import { moneyOf } from '#kernel/expression/money-of.ts';
import { operatorsOf } from '#kernel/expression/operators-of.ts';
import { parseWhere } from '#kernel/expression/parse-where.ts';
import { unsteadyPart } from '#kernel/expression/steady.ts';
import { meaningOf } from '#kernel/expression/text/meaning-of.ts';
import { dayIn } from '#kernel/expression/zone.ts';
import { objectNamed } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { usualTime } from '#kernel/working-time/company-time.ts';
import { usualWeek } from '#kernel/working-time/week.ts';
import { type Gallery, kindOfPath, openGallery, paths } from './gallery.ts';
import { moneyPaths, type Typed, treesOver } from './trees.ts';
import { conditionsOver, zones } from './where-conditions.ts';

const allPaths = [...paths, 'cabinet'];

/** A new seed each time, named when a test fails; give GUANXI_TEST_SEED to see a failure again. */
const seed = Number(process.env.GUANXI_TEST_SEED ?? Date.now() % 1_000_000);

describe('a tree in memory and in SQL', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await openGallery();
  });
  after(() => gallery.close());

  const ofKind = (kind: string) => allPaths.filter((path) => kindOfPath(gallery.context, path) === kind);
  const trees = () => treesOver(ofKind, [...gallery.cabinets]);

  it('yields the same values', async () => {
    for (let round = 0; round < 4; round++) {
      const typed = fc.sample(trees().value, { numRuns: 250, seed: seed + round });
      const answers = await inSql(gallery, typed);
      gallery.rows.forEach((row, index) => {
        const around = surroundings(gallery, row);
        typed.forEach(({ kind, tree }, column) => {
          const memory = shown(kind, evaluate(tree, around));
          const database = shown(kind, answers[index]?.[column] ?? null);
          assert.equal(memory, database, explain(tree, row));
        });
      });
    }
  });

  it('keeps the same money in the same currency', async () => {
    const made = fc.sample(trees().money, { numRuns: 80, seed }).map(asMoney);
    const answers = await inSql(
      gallery,
      made.flatMap(({ amount, currency }) => [
        { kind: 'number', tree: amount },
        { kind: 'text', tree: currency },
      ]),
    );
    gallery.rows.forEach((row, index) => {
      const around = surroundings(gallery, row);
      made.forEach(({ amount, currency }, column) => {
        const memory = [shown('number', evaluate(amount, around)), evaluate(currency, around)];
        const [sum = null, code] = (answers[index] ?? []).slice(2 * column);
        assert.deepEqual(memory, [shown('number', sum), code], explain(amount, row));
        assert.equal(memory[0] === null, memory[1] === null, explain(amount, row));
      });
    });
  });

  it('shows in a field the money that its formula makes in memory', () => {
    const model = objectNamed(gallery.context.registry, 'specimen');
    for (const name of ['perPiece', 'risk', 'atStake'])
      for (const row of gallery.rows) {
        const field = model.fields.get(name);
        const { amount, currency } = asMoney(field?.expression as Expression);
        const around = surroundings(gallery, row);
        const made = evaluate(amount, around) as string | null;
        const expected =
          made === null
            ? null
            : { amount: new Big(made).toFixed(field?.scale ?? 2), currency: evaluate(currency, around) };
        assert.deepEqual(row.get(name), expected, explain(amount, row));
      }
  });

  it('counts working days by the calendar that is given when it runs', async () => {
    const written = [
      'workingDaysBetween(found, today())',
      'addWorkingDays(found, pieces)',
      'addWorkingDays(found, -1)',
    ];
    const model = objectNamed(gallery.context.registry, 'specimen');
    const typed = written.map((text): Typed => {
      const { expression, result } = meaningOf(text, (path) => model.allFields.get(path));
      return { kind: result === 'decimal' ? 'number' : 'date', tree: expression };
    });
    const said: string[] = [];
    for (const workingTime of [usualTime('en'), { ...usualTime('zh-CN'), week: onSundays }]) {
      const context = { ...gallery.context, workspace: { ...gallery.context.workspace, workingTime } };
      const answers = await inSql({ ...gallery, context }, typed);
      said.push(JSON.stringify(answers));
      gallery.rows.forEach((row, index) => {
        const around = surroundings({ ...gallery, context }, row);
        typed.forEach(({ kind, tree }, column) => {
          const database = shown(kind, answers[index]?.[column] ?? null);
          assert.equal(shown(kind, evaluate(tree, around)), database, explain(tree, row));
        });
      });
    }
    assert.notEqual(said[0], said[1]);
  });

  it('holds for the same records', async () => {
    for (let round = 0; round < 3; round++) {
      const predicates = fc.sample(trees().predicate, { numRuns: 300, seed: seed + round });
      await compareHolding(gallery, predicates);
    }
  });

  for (const timeZone of zones) {
    it(`finds the same records for a condition as written, in ${timeZone}`, async () => {
      const model = objectNamed(gallery.context.registry, 'specimen');
      const fieldAt = (path: string) => resolvePath(gallery.context.registry, model, path)?.field;
      const conditions = fc.sample(conditionsOver(allPaths, fieldAt, gallery.cabinets), {
        numRuns: 300,
        seed,
      });
      const parsed = conditions.map((where) =>
        parseWhere(where, {
          field: fieldAt,
          today: dayIn(gallery.context.now, timeZone),
          timeZone,
          currency: 'CNY',
          currencies: ['CNY', 'USD', 'JPY'],
        }),
      );
      await compareHolding(gallery, parsed);
    });
  }

  it('stands in an index wherever it is called steady', async () => {
    const model = objectNamed(gallery.context.registry, 'specimen');
    const { database, workspace } = gallery.context;
    const conditions = steadyTexts.map((text) => {
      const { expression } = meaningOf(text, (path) => model.allFields.get(path), 'boolean');
      assert.equal(
        unsteadyPart(expression, (path) => model.allFields.has(path)),
        undefined,
        text,
      );
      return indexCondition(model, expression);
    });
    await database.run(
      `create index on ${workspace.schema}.specimen (number) where ${conditions.join(' and ')}`,
    );
  });

  it('covers every operator of every field', () => {
    const model = objectNamed(gallery.context.registry, 'specimen');
    for (const path of allPaths) {
      const field = resolvePath(gallery.context.registry, model, path)?.field;
      assert.ok(field !== undefined && operatorsOf(field).length > 0, path);
    }
  });
});

const onSundays = {
  ...{ ...usualWeek, sunday: usualWeek.monday },
  ...{ monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] },
};

/** Every function that a condition of an index may use. */
const steadyTexts = [
  'contains(name, "a") and startsWith(lower(name), "b\'c") or endsWith(upper(trim(name)), "\\"{}") and not genuine',
  'state in ("field", "lost") and has(materials, "jade") and isEmpty(found) and number > "a"',
  'pieces + 1 - 2 * 3 / 4 > round(weight, 1) and mod(abs(pieces), 3) = floor(1.5) + ceiling(weight)',
  'max(pieces, weight) > min(1, weight) and coalesce(weight, 1) != if(genuine, 1, 2) and price > money(1, "CNY")',
  'length(replace(left(name, 2), right(name, 1), mid(name, 1, 2))) < 5 and currency(price) != "USD"',
  'year(found) + quarter(found) + month(found) + week(found) + day(found) + weekday(found) > 9',
  'addDays(found, 1) < addMonths(found, 2) and addYears(found, 1) > date("2026-01-01")',
  'startOf(found, "week") < endOf(found, "quarter") and yearsBetween(found, found) = 0',
  'sign(weight) + power(pieces, 2) + sqrt(weight) > position(name, "a") and countFilled(name, found) = 2',
  'repeat(left(name, 1), 3) = splitPart(name, "-", -1)',
  'daysBetween(found, found) = 0 and hoursBetween(catalogued, createdAt) > 1 and catalogued > dateTime("2026-01-01T00:00:00Z")',
];

function asMoney(tree: Expression) {
  const money = moneyOf(tree, (path) => moneyPaths.includes(path));
  assert.ok(money !== undefined, JSON.stringify(tree));
  return money;
}

async function compareHolding(gallery: Gallery, predicates: readonly Expression[]): Promise<void> {
  const answers = await inSql(
    gallery,
    predicates.map((tree) => ({ kind: 'boolean', tree: call('and', tree) })),
  );
  gallery.rows.forEach((row, index) => {
    const around = surroundings(gallery, row);
    predicates.forEach((tree, column) => {
      assert.equal(holds(tree, around), answers[index]?.[column] === 't', explain(tree, row));
    });
  });
}

/** Many trees in one statement, a column each. */
async function inSql(gallery: Gallery, typed: readonly Typed[]) {
  const scope = new Scope(gallery.context, objectNamed(gallery.context.registry, 'specimen'), 't');
  const columns = typed.map(({ kind, tree }) => asShown(kind, operand(tree, scope)));
  const statement = compileStatement(
    sql`select ${join(columns, ', ')} from ${scope.table()} t${scope.joins()} order by ${raw('t.number')}`,
  );
  return gallery.context.database.run(statement.text, bind(statement, bindingOf(gallery.context)));
}

function asShown(kind: Typed['kind'], value: Fragment): Fragment {
  return kind === 'instant' ? sql`to_json(${value})#>>'{}'` : sql`(${value})`;
}

function surroundings(gallery: Gallery, row: ReadonlyMap<string, unknown>): Surroundings {
  const { actor, ...binding } = bindingOf(gallery.context);
  return {
    ...binding,
    actor: actor ?? '',
    value: (path) => row.get(path) ?? null,
    kind: (path) => kindOfPath(gallery.context, path),
  };
}

/** One way to write a value of a kind. */
function shown(kind: Typed['kind'], value: unknown): string | null {
  if (value === null) return null;
  if (kind === 'number') return new Big(String(value)).toFixed().replace(/^-0$/, '0');
  if (kind === 'boolean') return String(value === true || value === 't');
  return kind === 'instant' ? new Date(String(value)).toISOString() : String(value);
}

function explain(tree: Expression, row: ReadonlyMap<string, unknown>): string {
  const read = JSON.stringify(tree);
  const values = [...row].filter(([path]) => read.includes(`"${path}"`));
  return `seed ${seed}\n${read}\n${JSON.stringify(Object.fromEntries(values))}`;
}
