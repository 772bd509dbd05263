import { dayIn } from '#kernel/expression/zone.ts';
import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { found } from '../records/ids-where.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { readRecord } from '../records/read.ts';
import { removeRecord } from '../records/remove.ts';
import { argument, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import { eraseRecords } from './erase-records.ts';
import { eraseKnown } from './erase-subject.ts';
import { isHeld } from './held.ts';

/** A rule as its record says. */
export interface Retention {
  readonly id: string;
  readonly name: string;
  readonly object: string;
  readonly months: number;
  readonly since: 'change' | 'creation' | 'date';
  readonly dateField: string | null;
  readonly where: unknown;
  readonly effect: 'bin' | 'erase';
}

/** What a rule would take away now. */
export interface RetentionPreview {
  readonly count: number;
  /** Due, and kept by a hold. */
  readonly held: number;
  readonly records: readonly { readonly id: string; readonly name: string }[];
}

const batch = 200;
const examples = 10;

/** The rules of a workspace that are in force. */
export async function activeRules(context: Context): Promise<readonly Retention[]> {
  const object = context.registry.purposes.get('retention');
  if (object === undefined) return [];
  return recordsIn(await listRecords(context, object.name, { where: { active: true }, limit: 1000 }));
}

export async function readRule(context: Context, id: string): Promise<Retention> {
  const object = context.registry.purposes.get('retention');
  if (object === undefined) throw new Refusal('notFound');
  return JSON.parse(await readRecord(context, object.name, id)) as Retention;
}

/** What the rule would take away now: how many records, how many of them are held, and the first by name. */
export async function previewRetention(context: Context, rule: Retention): Promise<RetentionPreview> {
  const object = objectNamed(context.registry, rule.object);
  const statement = compileStatement(
    sql`select count(*) filter (where not held), count(*) filter (where held),
      coalesce(json_agg(json_build_object('id', id, 'name', name)) filter (where not held and place <= ${raw(String(examples))}), '[]')
      from (select id, name, held, row_number() over (partition by held order by id) as place from (
        select t.id, t.${raw(quoted(object.declaration.nameField))} as name, ${raw(heldSql(context))} as held ${due(context, object, rule)}) d) x`,
  );
  const [row] = await context.database.run(statement.text, bind(statement, bindingOf(context, {})));
  return { count: Number(row?.[0]), held: Number(row?.[1]), records: JSON.parse(row?.[2] ?? '[]') };
}

/** Does what the rule says with everything that is due, a batch at a time; the audit knows how many records it was. */
export async function applyRetention(
  context: Context,
  rule: Retention,
  stopped: () => boolean = () => false,
): Promise<{ readonly count: number; readonly kept: number }> {
  const object = objectNamed(context.registry, rule.object);
  let [after, count, kept] = ['00000000-0000-0000-0000-000000000000', 0, 0];
  for (;;) {
    const ids = stopped() ? [] : await dueIds(context, object, rule, after);
    for (const id of ids) {
      // What others still refer to in a way that forbids it stays, and is looked at again with the next round.
      const done = await take(context, object, rule, id).catch((error: unknown) => {
        if (error instanceof Refusal) return false;
        throw error;
      });
      if (done) count++;
      else kept++;
    }
    after = ids.at(-1) ?? after;
    if (ids.length < batch) break;
  }
  if (count > 0)
    await recordAuditEntry(context.database, {
      ...{ workspace: context.workspace.name, kind: 'retention.applied' },
      subject: `${context.registry.purposes.get('retention')?.name}/${rule.id}`,
      facts: { object: rule.object, effect: rule.effect, count, kept },
    });
  return { count, kept };
}

async function take(context: Context, object: ObjectModel, rule: Retention, id: string): Promise<boolean> {
  if (rule.effect === 'bin') await removeRecord(context, object.name, id);
  else
    await context.database.transaction(async (database) => {
      const inside = { ...context, database };
      if (object.declaration.personal?.same === undefined) await eraseRecords(inside, object, [id]);
      else await eraseKnown(inside, object.name, id);
    });
  return true;
}

async function dueIds(
  context: Context,
  object: ObjectModel,
  rule: Retention,
  after: string,
): Promise<readonly string[]> {
  const statement = compileStatement(
    sql`select t.id ${due(context, object, rule)} and not ${raw(heldSql(context))} and t.id > ${argument('after')}::uuid order by t.id limit ${raw(String(batch))}`,
  );
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context, { after })));
  return rows.map(([id]) => id as string);
}

/** The live records whose time is over: `from … where …`. */
function due(context: Context, object: ObjectModel, rule: Retention) {
  const column = { change: 'updatedAt', creation: 'createdAt', date: rule.dateField ?? '' }[rule.since];
  const now = `'${new Date(context.now).toISOString()}'::timestamptz`;
  const log = `${quoted(context.workspace.schema)}.event`;
  const once =
    rule.effect === 'erase'
      ? `and not exists (select 1 from ${log} e where e.record = t.id and e.kind = 'erased')`
      : '';
  return sql`${found(context, object.name, 'read', rule.where ?? {})} and t.${raw(quoted(column))} < ${raw(now)} - make_interval(months => ${raw(String(Math.trunc(rule.months)))}) ${raw(once)}`;
}

function heldSql({ registry, workspace, now }: Context): string {
  return isHeld(registry, workspace.schema, 't.id', `'${dayIn(now, workspace.timeZone)}'`);
}
