import type { Circles } from '#kernel/circle.ts';
import { holds } from '#kernel/expression/evaluate.ts';
import { parseWhere } from '#kernel/expression/parse-where.ts';
import type { Field } from '#kernel/field/field.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { ActionMeta, FieldMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';
import { valueAt } from '#web/fields/path.ts';
import { bare } from '../saving/rival-values.ts';

/** Who asks, when and in what money, as conditions need to know. */
export interface Asker {
  readonly actor: string;
  readonly today: string;
  readonly now: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly currencies: readonly string[];
  /** The field at a path from the record's object. */
  field(path: string): FieldMeta | undefined;
}

/** Whether an action is offered on a record. A condition that cannot be read here is left to the server. */
export function isAvailable(action: ActionMeta, record: Values, asker: Asker): boolean {
  if (action.available === undefined || action.available === null) return true;
  const field = (path: string) => asker.field(path) as unknown as Field | undefined;
  try {
    const condition = parseWhere(action.available, { ...asker, field });
    return holds(condition, {
      ...asker,
      ...alone(asker.actor),
      value: (path) => bare(valueAt(record, path)),
      kind: (path) => valueKind(field(path) ?? { type: 'text' }),
    });
  } catch {
    return true;
  }
}

/** Who is around the person is known to the server alone. */
function alone(actor: string): Circles {
  const circle = [actor];
  return { team: circle, teammates: circle, department: circle, departmentAndBelow: circle };
}
