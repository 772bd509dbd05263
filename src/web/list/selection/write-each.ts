import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';

/** How a change of many records ended. */
export interface Outcome {
  readonly written: number;
  /** Why records were refused. */
  readonly refused: readonly string[];
}

const atOnce = 6;

/** Changes records a few at a time; one refusal does not stop the others. */
export async function writeEach(
  object: string,
  records: readonly RecordJson[],
  values: (record: RecordJson) => Values,
  progress: (done: number) => void,
  checkVersion: boolean,
): Promise<Outcome> {
  const refused: string[] = [];
  let done = 0;
  const queue = [...records];
  const worker = async () => {
    for (let record = queue.shift(); record; record = queue.shift()) {
      const version = checkVersion ? { version: record.version } : {};
      await api.patch(`records/${object}/${record.id}`, { ...values(record), ...version }).catch((error) => {
        if (!(error instanceof ProblemError)) throw error;
        refused.push(error.problem.errors?.map(({ message }) => message).join(' ') || error.message);
      });
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { written: records.length - refused.length, refused };
}
