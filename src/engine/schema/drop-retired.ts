import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { readLiveSchema } from './live-schema.ts';
import { locked } from './migrate.ts';
import { planMigration } from './plan.ts';
import { confirmationOf, countRetired, dropStatements } from './retired.ts';

/**
 * Removes what nobody declares any more, if this is exactly what was counted when the confirmation was given out.
 * Answers false, and removes nothing, when it is not.
 */
export async function dropRetired(
  database: Database,
  registry: Registry,
  schema: string,
  confirmed: ReadonlySet<string>,
): Promise<boolean> {
  return database.session((session) =>
    locked(session, schema, () =>
      session.transaction(async (inside) => {
        const { retired } = planMigration(registry, schema, await readLiveSchema(inside, schema), registry);
        if (retired.length === 0) return true;
        const tables = retired.map(({ table }) => `"${schema}"."${table}"`).join(', ');
        await inside.script(`lock table ${tables} in access exclusive mode`);
        if (!confirmed.has(confirmationOf(schema, await countRetired(inside, schema, retired)))) return false;
        await inside.script(dropStatements(schema, retired).join(';\n'));
        return true;
      }),
    ),
  );
}
