import type { Complaint } from '#kernel/problem.ts';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { compile } from '../expression/compile.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { filter, listRecords, recordsIn } from '../records/list.ts';
import { whereOf } from '../records/list-query.ts';
import { Scope } from '../records/scope.ts';
import { takenBack } from '../records/taken-back.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import type { BulkRequest, BulkWork, MergeWork } from './bulk-job.ts';
import { doWork } from './do-work.ts';

/** Records that are tried out; of more than these, what is counted in them is a sample. */
export const previewLimit = 500;

const shownExamples = 5;

type Shown = Readonly<Record<string, unknown>> & { readonly id: string };

/** Merges are foreseen with the pairs that they are made of. */
interface PreviewedRequest extends BulkRequest {
  readonly work: Exclude<BulkWork, MergeWork>;
}

/** What doing it would come to. */
export interface BulkPreview {
  readonly total: number;
  /** Of all: those that the actor may see but not do this with. */
  readonly forbidden: number;
  /** Of all: those that have the values already; null where that is not told from outside. */
  readonly same: number | null;
  /** How many were tried out, the newest first, and what became of them. */
  readonly checked: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly examples: readonly {
    readonly id: string;
    readonly name: string;
    readonly before: Shown;
    readonly after: Shown;
  }[];
  readonly problems: readonly (Complaint & { readonly count: number })[];
}

/** Counts, and does it for the newest of the records in a transaction that is taken back: what it says of those is certain. */
export async function previewBulk(context: Context, request: PreviewedRequest): Promise<BulkPreview> {
  const { total, forbidden, same } = await counted(context, request);
  const object = objectNamed(context.registry, request.object);
  const name = object.declaration.nameField;
  const fields = request.work.do === 'update' ? Object.keys(request.work.values) : [];
  const list = async (inside: Context, where: unknown, limit: number, q?: string) =>
    recordsIn<Shown>(
      await listRecords(inside, request.object, {
        ...{ where, limit, select: [...new Set(['id', name, ...fields])], sort: '-createdAt' },
        ...(q !== undefined && { q }),
      }),
    );
  const before = await list(context, request.where, previewLimit, request.q);
  return takenBack(context, async (inside) => {
    const outcomes = await doWork(
      inside,
      request,
      before.map(({ id }) => id),
    );
    const of = (status: string) => outcomes.filter((each) => each.status === status);
    const chosen = of('changed')
      .slice(0, shownExamples)
      .map(({ record }) => record);
    const left =
      chosen.length > 0 && request.work.do === 'update'
        ? await list(inside, { id: { in: chosen } }, shownExamples)
        : [];
    const after = new Map(left.map((record) => [record.id, record]));
    const examples = before
      .filter(({ id }) => chosen.includes(id))
      .map((record) => ({
        ...{ id: record.id, name: String(record[name] ?? '') },
        before: record,
        after: after.get(record.id) ?? record,
      }));
    return {
      ...{ total, forbidden, same, checked: before.length },
      ...{ changed: of('changed').length, unchanged: of('unchanged').length, failed: of('failed').length },
      ...{ examples, problems: gathered(of('failed').flatMap(({ problems = [] }) => problems)) },
    };
  });
}

function gathered(problems: readonly Complaint[]): BulkPreview['problems'] {
  const alike = Map.groupBy(problems, ({ field, code, parameters }) =>
    JSON.stringify([field, code, parameters]),
  );
  return [...alike.values()]
    .map((group) => ({ ...(group[0] as Complaint), count: group.length }))
    .sort((one, other) => other.count - one.count);
}

async function counted(context: Context, request: BulkRequest) {
  const object = objectNamed(context.registry, request.object);
  const scope = new Scope(context, object, 't');
  const matching = filter(context, scope, request);
  const allowed = allowedBy(context, scope, request);
  const same = sameBy(context, scope, request);
  const statement = compileStatement(
    sql`select count(*), count(*) filter (where (${allowed}) is not true), ${
      same === undefined ? raw('null') : sql`count(*) filter (where (${same}) is true)`
    } from ${scope.table()} t${scope.joins()} where ${matching}`,
  );
  const [row] = await context.database.run(statement.text, bind(statement, bindingOf(context)));
  const [total, forbidden, unchanged = null] = row ?? [];
  return {
    ...{ total: Number(total), forbidden: Number(forbidden) },
    same: unchanged === null ? null : Number(unchanged),
  };
}

/** What must hold of a record for the actor to do this with it. */
function allowedBy(context: Context, scope: Scope, { work }: BulkRequest): Fragment {
  if (work.do === 'delete') return scope.condition('delete');
  const roles = work.do === 'action' ? context.registry.actions.get(work.action)?.roles : undefined;
  return roles === undefined ? scope.condition('update') : raw('true');
}

/** That a record has all the values already, where a condition can ask that. */
function sameBy(context: Context, scope: Scope, { work }: BulkRequest): Fragment | undefined {
  if (work.do !== 'update') return undefined;
  const parts = Object.entries(work.values).map(([name, value]) =>
    value === null || value === '' ? { [name]: { isNull: true } } : { [name]: { eq: value } },
  );
  try {
    return compile(whereOf(context, scope.object, { and: parts }), scope);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
