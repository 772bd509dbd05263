import type { Decision } from '#kernel/change.ts';
import { uuidv7 } from '../database/uuid.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { listRecords } from './list.ts';
import { readRecord } from './read.ts';

/** What a verb or guard may ask while it decides: reads through the same actor, and nothing that writes. */
export function decisionFor(context: Context): Decision {
  const { now, today } = bindingOf(context);
  return {
    actor: { id: context.actor.id ?? '', roles: context.actor.roles },
    now,
    today,
    newId: uuidv7,
    async read(object, id) {
      return JSON.parse(await readRecord(context, object, id));
    },
    async list(object, where, limit = 1000) {
      const { records } = await listRecords(context, object, { where, limit });
      return records.map((record) => JSON.parse(record));
    },
  };
}
