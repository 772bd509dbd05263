import { Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { dropValues } from './drop-values.ts';
import { eraseDefinition } from './erase-definition.ts';
import { inTurn } from './in-turn.ts';
import { definingObject, type StoredDefinition } from './read-definitions.ts';

/**
 * Deletes an added field with all its values, for good. Only one that was put away before: by then no server reads
 * or writes it any more. Values first, so that an interruption leaves a field that can be deleted again.
 */
export async function eraseField(
  context: Context,
  owner: Database,
  base: Registry,
  definition: StoredDefinition,
): Promise<void> {
  const { schema } = context.workspace;
  const { id, object, name, deletedAt } = definition;
  if (deletedAt === null) throw new Refusal('invalid', [{ field: 'name', code: 'putAwayFirst' }]);
  const defining = definingObject(base)?.name ?? '';
  await inTurn(owner, schema, async (session) => {
    await dropValues(session, schema, definition);
    await session.transaction((inside) =>
      eraseDefinition(context, inside, defining, { id, counted: `${object}.${name}` }),
    );
  });
}
