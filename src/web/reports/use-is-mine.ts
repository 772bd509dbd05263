import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';

/** Whether this person may change a report or a dashboard: his own, or any as an administrator. */
export function useIsMine(record: RecordJson): boolean {
  const { user } = useMeta();
  return user.administrator || (record.owner as { id?: string } | null)?.id === user.id;
}
