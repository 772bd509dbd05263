import type { Context } from './context.ts';

/** Ends a transaction that is never to commit. */
class Over extends Error {}

/** Does something for real in a transaction that is taken back, so that what it gives is what doing it would give. */
export async function takenBack<Result>(
  context: Context,
  work: (inside: Context) => Promise<Result>,
): Promise<Result> {
  let result: { readonly value: Result } | undefined;
  await context.database
    .transaction(async (database) => {
      result = { value: await work({ ...context, database }) };
      throw new Over();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Over)) throw error;
    });
  return (result as { readonly value: Result }).value;
}
