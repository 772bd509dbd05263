import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { systemNames } from '#kernel/system-fields.ts';

/** The first field by which records of an object refer to those of another, or to others of their own. */
export function leadingTo({ fields }: ObjectMeta, { name }: ObjectMeta): FieldMeta | undefined {
  return fields.find(
    ({ name: field, type, targets }) =>
      !systemNames.includes(field) &&
      (type === 'reference' || type === 'regarding') &&
      targets?.includes(name),
  );
}
