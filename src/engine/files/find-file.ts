import type { StoredFile } from '#kernel/field/file/file.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { PlanCache } from '../records/plan-cache.ts';
import { argument, identifier, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { heldArgument, heldVisibly } from './holders.ts';

export interface FoundFile extends StoredFile {
  readonly hash: string;
}

const plans = new PlanCache<Statement>(100);

/** A file that the actor brought himself or that a record which he may read holds; others do not exist for him. */
export async function findFile(context: Context, id: string): Promise<FoundFile | undefined> {
  const statement = plans.get(context, 'file', () =>
    compileStatement(
      sql`select f.id, f.hash, f.name, f.size, f.media_type from ${identifier(context.workspace.schema, 'stored_file')} f
        where f.id = ${argument('id')}::uuid and (f.uploaded_by = ${{ slot: 'actor' }}::uuid or ${heldVisibly(context)})`,
    ),
  );
  const binding = bindingOf(context, { id, held: heldArgument(id) });
  const [row] = await context.database.run(statement.text, bind(statement, binding));
  if (row === undefined) return undefined;
  const [found, hash, name, size, mediaType] = row as readonly string[];
  return { id: found, hash, name, size: Number(size), mediaType } as FoundFile;
}
