import { Refusal } from '#kernel/problem.ts';
import type { Context } from './context.ts';

/** Does something that may be refused, so that a refusal leaves the transaction as it was. */
export async function attempt(context: Context, work: () => Promise<unknown>): Promise<Refusal | undefined> {
  const { database } = context;
  await database.run('savepoint attempt');
  try {
    await work();
    await database.run('release savepoint attempt');
    return undefined;
  } catch (error) {
    await database.run('rollback to savepoint attempt');
    // Else one around it would find this one, which has its name.
    await database.run('release savepoint attempt');
    if (!(error instanceof Refusal)) throw error;
    return error.complaints.length > 0 ? error : new Refusal(error.kind, [{ field: '', code: error.kind }]);
  }
}
