import type { QueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { patchEverywhere } from '#web/api/patch-cache.ts';
import { ProblemError } from '#web/api/problem.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { rivalValues } from '#web/record/saving/rival-values.ts';

/** What is to become of some fields of a record, and what they were at the version that was read. */
export interface RecordChange {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly before: Values;
  readonly after: Values;
}

/** Changes made together: with their new versions, or why they were not. */
export type Written = { readonly changes: readonly RecordChange[] } | { readonly refused: readonly string[] };

const atOnce = 6;

/** Changes records together. When one is refused, those already changed are put back. */
export async function writeTogether(
  client: QueryClient,
  object: string,
  changes: readonly RecordChange[],
): Promise<Written> {
  const { made, refused } = await writeEach(client, object, changes);
  if (refused.length > 0) await writeEach(client, object, made.map(turned));
  await client.invalidateQueries({ queryKey: keys.object(object) });
  return refused.length > 0 ? { refused } : { changes: made };
}

/** The change that takes a change back. */
export function turned(change: RecordChange): RecordChange {
  return { ...change, before: change.after, after: change.before };
}

async function writeEach(client: QueryClient, object: string, changes: readonly RecordChange[]) {
  const made: RecordChange[] = [];
  const refused: string[] = [];
  const queue = [...changes];
  const worker = async () => {
    for (let change = queue.shift(); change && refused.length === 0; change = queue.shift()) {
      try {
        const { version } = await write(client, object, change);
        made.push({ ...change, version });
      } catch (error) {
        refused.push(`${change.name}: ${reasonOf(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { made, refused };
}

/** Writes one; somebody else's change of other fields does not stand in the way. */
async function write(
  client: QueryClient,
  object: string,
  { id, version, before, after }: RecordChange,
): Promise<RecordJson> {
  const send = (seen: number) =>
    api.patch<RecordJson>(`records/${object}/${id}`, { ...after, version: seen });
  const record = await send(version).catch((error: unknown) => {
    const current = error instanceof ProblemError && error.status === 409 && error.problem.current;
    if (!current || rivalValues(before, current, after).length > 0) throw error;
    return send(Number(current.version));
  });
  patchEverywhere(client, object, id, record);
  return record;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
  return error.problem.errors?.map(({ message }) => message).join(' ') || error.message;
}
