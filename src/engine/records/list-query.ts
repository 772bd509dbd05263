import { both, type Expression } from '#kernel/expression/expression.ts';
import { isSortable } from '#kernel/expression/is-sortable.ts';
import { parseWhere, type WhereContext } from '#kernel/expression/parse-where.ts';
import { dayIn } from '#kernel/expression/zone.ts';
import type { Field } from '#kernel/field/field.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { readsRollups } from '#kernel/reads-rollups.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { mayEver, readableField, shownField } from '../access/rights.ts';
import type { Context } from './context.ts';

/** What a list asks for, as in the address. */
export interface ListQuery {
  readonly where?: unknown;
  /** Field paths; every stored field of the object when absent. */
  readonly select?: readonly string[];
  /** `-amount,name` */
  readonly sort?: string;
  /** 60 unless told, 1,000 at most. */
  readonly limit?: number;
  readonly cursor?: string;
  readonly count?: boolean;
  /** Search text. */
  readonly q?: string;
  /** Conditions of which each record says in `$marks` which of them it meets, by their places. */
  readonly marks?: readonly unknown[];
  /** The bin instead of the live records. */
  readonly bin?: boolean;
}

export interface Order {
  readonly path: string;
  readonly descending: boolean;
}

export const listLimits = { default: 60, most: 1000, sorts: 5, selects: 200, marks: 10 };

/** Reads a condition as this caller may write it: only fields and related records that he may read exist. */
export function whereOf(context: Context, object: ObjectModel, where: unknown): Expression {
  return both(parseWhere(where ?? {}, whereContext(context, object)));
}

function whereContext(context: Context, object: ObjectModel): WhereContext {
  const { registry, actor, workspace, now } = context;
  return {
    field: (path) => readableField(registry, object, path, actor),
    related: (name, by) => {
      const other = registry.objects.get(name);
      if (other === undefined || !mayEver(registry, other, 'read', actor)) return undefined;
      const field = readableField(registry, other, by, actor);
      return field && leadsTo(field, object) ? whereContext(context, other) : undefined;
    },
    sealedForm: workspace.seal && ((value) => workspace.seal?.form(value) ?? ''),
    today: dayIn(now, actor.timeZone),
    timeZone: actor.timeZone,
    currency: workspace.currency,
    currencies: Object.keys(workspace.rates),
  };
}

/** Whether a field refers to records of an object. */
function leadsTo({ target, targets }: Field, { name }: ObjectModel): boolean {
  return target === name || targets?.includes(name) === true;
}

export function ordersOf(context: Context, object: ObjectModel, sort: string | undefined): readonly Order[] {
  const names = (sort === undefined || sort === '' ? object.declaration.defaultSort : sort).split(',');
  const orders = names.map((name) => ({
    path: name.trim().replace(/^[-+]/, ''),
    descending: name.trim().startsWith('-'),
  }));
  refuseAll(
    orders
      .filter(({ path }) => {
        const field = readableField(context.registry, object, path, context.actor);
        return field === undefined || !isSortable(field);
      })
      .map(({ path }) => ({ field: path.slice(0, 100), code: 'notSortable' })),
  );
  if (orders.length > listLimits.sorts)
    refuseAll([{ field: 'sort', code: 'tooMany', parameters: { most: listLimits.sorts } }]);
  return orders;
}

/**
 * Everything of a record that the caller may see, what is computed from other records included. What people permit is
 * told to who asks for it by name: most readers do not, and it takes several looks into the ledger.
 */
export function wholeRecord(context: Context, object: ObjectModel): readonly string[] {
  return [...object.allFields]
    .filter(([name, { permitted }]) => {
      return (
        permitted === undefined && shownField(context.registry, object, name, context.actor) !== undefined
      );
    })
    .map(([name]) => name);
}

/** The paths to read: those asked for, or all that the record alone tells and the caller may see. */
export function selectionOf(
  context: Context,
  object: ObjectModel,
  select: readonly string[] | undefined,
): readonly string[] {
  const paths = select ?? [...object.allFields.keys()].filter((name) => !readsRollups(object, name));
  const readable = (path: string) => shownField(context.registry, object, path, context.actor) !== undefined;
  if (select === undefined) return paths.filter(readable);
  refuseAll(
    select
      .filter((path) => !readable(path))
      .map((path) => ({ field: path.slice(0, 100), code: 'unknownField' })),
  );
  if (select.length > listLimits.selects)
    refuseAll([{ field: 'select', code: 'tooMany', parameters: { most: listLimits.selects } }]);
  return paths;
}

export function marksOf(
  context: Context,
  object: ObjectModel,
  marks: readonly unknown[] | undefined,
): readonly Expression[] {
  if (marks !== undefined && marks.length > listLimits.marks)
    refuseAll([{ field: 'marks', code: 'tooMany', parameters: { most: listLimits.marks } }]);
  return (marks ?? []).map((mark) => whereOf(context, object, mark));
}

export function limitOf(limit: number | undefined): number {
  if (limit === undefined) return listLimits.default;
  if (!Number.isInteger(limit) || limit < 1 || limit > listLimits.most) {
    refuseAll([{ field: 'limit', code: 'outOfRange', parameters: { least: 1, most: listLimits.most } }]);
  }
  return limit;
}

export function refuseAll(complaints: readonly Complaint[]): void {
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
}
