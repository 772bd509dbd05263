import type { Action, Outcome } from '#kernel/action.ts';
import { shortName } from '#kernel/object-name.ts';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { createLimit } from '../records/create.ts';
import { decisionFor } from '../records/decision.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { readForUpdate } from '../records/read-for-update.ts';
import { shownValues } from '../records/shown-values.ts';
import { actionInput } from './action-input.ts';
import { carryOut } from './carry-out.ts';
import { type Consequence, consequencesOf } from './consequences.ts';
import { mayRun } from './may-run.ts';

/** On which records a verb is to run, and with what. */
export interface ActionRequest {
  readonly id?: string;
  readonly ids?: readonly string[];
  /** The version of the one record that the caller saw. */
  readonly version?: number;
  readonly input?: unknown;
  /** Decides and writes nothing: the answer tells what it would have written. */
  readonly preview?: boolean;
}

export interface ActionAnswer {
  readonly records: readonly { readonly object: string; readonly id: string }[];
  readonly draft?: { readonly object: string; readonly values: Readonly<Record<string, unknown>> };
  readonly consequences?: readonly Consequence[];
}

/**
 * Runs a verb: reads its input, decides for each record, and writes all that was decided or nothing, in one
 * transaction in which the records it runs on are held. Refuses an unknown verb, one that is not the actor's to run,
 * a record that has moved on, and one that does not meet the verb's condition.
 */
export async function runAction(
  context: Context,
  name: string,
  request: ActionRequest,
): Promise<ActionAnswer> {
  const action = context.registry.actions.get(name);
  if (action === undefined) throw new Refusal('notFound');
  if (!mayRun(context.registry, action, context.actor)) throw new Refusal('forbidden');
  const input = await actionInput(context, action.input, request.input);
  const ids = targetsOf(action, request);
  return context.database.transaction(async (database) => {
    const inside: Context = { ...context, database, verb: name };
    const outcomes: Outcome[] = [];
    const consequences: Consequence[] = [];
    const decide = async (record: { readonly id: string } | undefined) => {
      const outcome = await action.decide(record as never, input as never, decisionFor(inside));
      if (request.preview === true)
        consequences.push(...(await consequencesOf(inside, outcome.changes, record?.id)));
      else await carryOut(inside, outcome.changes);
      return outcome;
    };
    if (action.object !== undefined) {
      const records = await heldRecords(inside, action, ids, request.version);
      for (const record of records)
        outcomes.push({ records: [{ object: action.object, id: record.id }], ...(await decide(record)) });
    } else outcomes.push(await decide(undefined));
    if (request.preview === true) return { records: [], consequences };
    const shown = outcomes.flatMap(({ records = [] }) => records);
    const draft = outcomes.find((outcome) => outcome.draft !== undefined)?.draft;
    return {
      records: shown.map(({ object, id }) => ({ object: shortName(object), id })),
      ...(draft && { draft: { object: shortName(draft.object), values: draft.values } }),
    };
  });
}

function targetsOf(action: Action, { id, ids }: ActionRequest): readonly string[] {
  if (action.object === undefined) return [];
  const targets = ids ?? (id === undefined ? [] : [id]);
  if (targets.length === 0) throw new Refusal('invalid', [{ field: 'id', code: 'required' }]);
  const most = action.bulk === true ? createLimit : 1;
  if (targets.length > most)
    throw new Refusal('invalid', [{ field: 'ids', code: 'tooMany', parameters: { most } }]);
  return [...new Set(targets)];
}

/** The records as they are, locked until the end of the transaction, in the order asked for. */
async function heldRecords(
  context: Context,
  action: Action,
  ids: readonly string[],
  version: number | undefined,
): Promise<readonly { readonly id: string }[]> {
  const object = objectNamed(context.registry, action.object ?? '');
  const held = await readForUpdate(context, object, ids, true);
  if (held.length < ids.length) throw new Refusal('notFound');
  if (action.roles === undefined && held.some(({ writable }) => !writable)) throw new Refusal('forbidden');
  const current = held[0]?.record;
  if (version !== undefined && current !== undefined && version !== current.version)
    throw new Refusal(
      'conflict',
      [{ field: 'version', code: 'stale', parameters: { yours: version, current: current.version } }],
      { current: shownValues(context, object, current) },
    );
  const page = await listRecords(context, object.name, {
    where: { and: [{ id: { in: ids } }, action.available ?? {}] },
    limit: createLimit,
  });
  const available = new Map(recordsIn<{ readonly id: string }>(page).map((record) => [record.id, record]));
  const refused = ids.find((id) => !available.has(id));
  if (refused !== undefined)
    throw new Refusal('conflict', [{ field: 'id', code: 'notAvailable' }], { id: refused });
  // A verb works with values as they are stored, whatever is shown of them.
  const stored = new Map(held.map(({ record }) => [record.id, record]));
  return ids.map((id) => ({ ...available.get(id), ...stored.get(id), id }));
}
