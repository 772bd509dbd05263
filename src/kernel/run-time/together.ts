import type { Field, FieldTypeName } from '../field/field.ts';
import type { Complaint } from '../problem.ts';
import type { ObjectModel } from '../registry.ts';
import { isText, listOf } from '../shape.ts';

const most = 5;
const comparable: ReadonlySet<FieldTypeName> = new Set([
  ...([
    'text',
    'choice',
    'boolean',
    'integer',
    'decimal',
    'percent',
    'duration',
    'date',
    'dateTime',
  ] as const),
  ...(['reference', 'user', 'email', 'phone', 'url', 'autoNumber'] as const),
]);

/** Whether a field can be among those that stand together: its value is short, stored and in the open. */
export function mayStandTogether({ type, sealed }: Pick<Field, 'type' | 'sealed'>): boolean {
  return comparable.has(type) && sealed !== true;
}

/** Why fields cannot be demanded to stand together in one record alone. */
export function togetherFaults(object: ObjectModel, together: unknown): readonly Complaint[] {
  const fault = (code: string, parameters?: Complaint['parameters']) => [
    { field: 'together', code, ...(parameters && { parameters }) },
  ];
  if (!listOf(isText, most)(together)) return fault('notAList');
  const names = together as readonly string[];
  if (names.length === 0 || new Set(names).size < names.length) return fault('notAList');
  const unknown = names.find((name) => !object.fields.has(name));
  if (unknown !== undefined) return fault('unknownField');
  const unfit = names.find((name) => !mayStandTogether(object.fields.get(name) as Field));
  return unfit === undefined ? [] : fault('notComparedTogether', { path: unfit });
}
