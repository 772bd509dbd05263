import { holds } from '#kernel/expression/evaluate.ts';
import { parseWhere } from '#kernel/expression/parse-where.ts';
import type { Field } from '#kernel/field/field.ts';
import type { ActionMeta } from '#kernel/meta.ts';
import { type Asker, aroundRecord } from '#web/fields/around-record.ts';
import type { Values } from '#web/fields/field-props.ts';

/** Whether an action is offered on a record. A condition that cannot be read here is left to the server. */
export function isAvailable(action: ActionMeta, record: Values, asker: Asker): boolean {
  if (action.available === undefined || action.available === null) return true;
  const field = (path: string) => asker.field(path) as unknown as Field | undefined;
  try {
    return holds(parseWhere(action.available, { ...asker, field }), aroundRecord(record, asker));
  } catch {
    return true;
  }
}
