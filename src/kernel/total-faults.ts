import type { Field, Total } from './field/field.ts';
import { valueKind } from './field/value-kind.ts';
import type { ObjectDeclaration } from './object.ts';

/**
 * Why a kept total makes no sense. It is written when one of its parts is, so whatever it reads must be stored in them:
 * a formula changes with other records, and nobody would notice.
 */
export function totalFaults(
  whole: ObjectDeclaration,
  name: string,
  field: Field,
  total: Total,
  part: ObjectDeclaration | undefined,
): readonly string[] {
  const at = (path: string) => `${total.object}.${path}`;
  const { [total.by]: by, [total.field]: added } = part?.fields ?? {};
  const read = [total.by, total.field, ...Object.keys(total.where ?? {})];
  const faults = read.flatMap((path) => {
    const type = part?.fields[path]?.type;
    if (type === undefined) return [`${name} adds up ${at(path)}, which is missing`];
    return ['formula', 'rollup', 'manyToMany'].includes(type)
      ? [`${name} adds up ${at(path)}, which is not stored in the record; a rollup can do that`]
      : [];
  });
  if (by !== undefined && by.target !== whole.name)
    faults.push(`${name} adds up by ${at(total.by)}, which does not lead to ${whole.name}`);
  if (added !== undefined && valueKind(added) !== 'number')
    faults.push(`${name} adds up ${at(total.field)}, which is no number`);
  else if (added !== undefined && (added.type === 'money') !== (field.type === 'money'))
    faults.push(`${name} adds up ${at(total.field)}, and only one of the two is money`);
  return faults;
}
