import type { Decision } from '#kernel/change.ts';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { uuidv7 } from '../database/uuid.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { availabilityOf } from '../working-time/availability.ts';
import { aggregateRecords } from './aggregate.ts';
import { callerOf } from './binding.ts';
import type { Context } from './context.ts';
import { listRecords, recordsIn } from './list.ts';
import { readRecord } from './read.ts';
import { readForUpdate } from './read-for-update.ts';

/** What a verb or guard may ask while it decides: reads through the same actor, and nothing that writes. */
export function decisionFor(context: Context): Decision {
  const { now, today } = callerOf(context);
  const read: Decision['read'] = async (object, id) => JSON.parse(await readRecord(context, object, id));
  return {
    actor: { id: context.actor.id ?? '', roles: context.actor.roles },
    now,
    today,
    newId: uuidv7,
    read,
    async list(object, where, limit = 1000) {
      return recordsIn(await listRecords(context, object, { where, limit }));
    },
    async tally(object, where, by) {
      const answer = await aggregateRecords(context, object, { groupBy: [by], measures: ['count'], where });
      return new Map(
        JSON.parse(answer.toString()).groups.map((group: Group) => [
          String(group[by] ?? ''),
          Number(group.count),
        ]),
      );
    },
    alike: (object, values) => findDuplicates(context, object, values),
    async hold(object, id) {
      const [held] = await readForUpdate(context, objectNamed(context.registry, object), [id], true);
      if (held === undefined) throw new Refusal('notFound');
      return read(object, id);
    },
    availability: (person, window, except) => availabilityOf(context, person, window, except),
    asSystem: (reason) => decisionFor({ ...context, actor: { ...context.actor, unlimited: true, reason } }),
  };
}

type Group = Readonly<Record<string, unknown>>;
