import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Marks a showing as answered, with what the answer becomes or not at all; a second answer to it is refused. */
export async function useChallenge({ database, workspace }: Context, nonce: string): Promise<void> {
  const table = `${quoted(workspace.schema)}.used_challenge`;
  const made = await database.run(
    `insert into ${table} (nonce) values ($1) on conflict (nonce) do nothing returning nonce`,
    [nonce],
  );
  if (made.length === 0) throw new Refusal('conflict', [{ field: 'challenge', code: 'formSent' }]);
  await database.run(
    `delete from ${table} where nonce in (
       select nonce from ${table} where at < now() - interval '1 day' order by at limit 20 for update skip locked)`,
  );
}
