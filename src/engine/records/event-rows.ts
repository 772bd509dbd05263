import { type Fragment, identifier, raw, sql } from '../sql/fragment.ts';
import type { Context } from './context.ts';
import { type Amount, inputRows } from './input-rows.ts';
import type { Values } from './record-values.ts';

/** One entry of the log, as it is written beside the change it tells of. */
export interface EventRow {
  readonly record: string;
  readonly version: number;
  readonly kind: string;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** A CTE that appends the rows of the argument `events`, as `inputText` writes them, for the records in `written`. */
export function appendEvents(
  context: Pick<Context, 'workspace'>,
  object: string,
  written: string,
  amount: Amount,
): Fragment {
  return sql`insert into ${identifier(context.workspace.schema, 'event')} (at, actor, impersonator, object, record, version, kind, changes)
    select ${{ slot: 'now' }}::timestamptz, ${{ slot: 'actor' }}::uuid, ${{ slot: 'impersonator' }}::uuid, '${raw(object)}', e.record, e.version, e.kind, e.changes
    from ${inputRows(amount, 'events', 'e', ['record uuid', 'version int', 'kind text', 'changes jsonb'])}
    where e.record in (select id from ${raw(written)})`;
}

/** Old and new value of each changed field; what is written by the system alone is left out. */
export function changesOf(
  before: Values | undefined,
  after: Values,
  changed: Iterable<string>,
): EventRow['changes'] {
  const changes: Record<string, readonly [unknown, unknown]> = {};
  for (const name of changed) changes[name] = [before?.[name] ?? null, after[name] ?? null];
  return changes;
}
