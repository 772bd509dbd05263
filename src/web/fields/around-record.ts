import type { Circles } from '#kernel/circle.ts';
import type { Surroundings } from '#kernel/expression/evaluate.ts';
import type { Field } from '#kernel/field/field.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import type { FieldMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import { bare } from '#web/record/saving/rival-values.ts';
import type { Values } from './field-props.ts';

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

/** What a condition on a record is evaluated against. */
export function aroundRecord(record: Values, asker: Asker): Surroundings {
  return {
    ...asker,
    ...alone(asker.actor),
    value: (path) => bare(valueAt(record, path)),
    kind: (path) => valueKind((asker.field(path) as unknown as Field | undefined) ?? { type: 'text' }),
  };
}

/** Who is around the person is known to the server alone. */
function alone(actor: string): Circles {
  const circle = [actor];
  return { team: circle, teammates: circle, department: circle, departmentAndBelow: circle };
}
