import type { ActionMeta } from '#kernel/meta.ts';
import type { ActionInput } from '#web/api/mutations.ts';
import type { RecordJson } from '#web/api/record.ts';

/** How a request names the record that an action runs on. */
export function actionTarget(action: ActionMeta, record: RecordJson): ActionInput {
  return action.target === 'records' ? { ids: [record.id] } : { id: record.id, version: record.version };
}
