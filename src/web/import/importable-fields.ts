import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';

const computed = ['formula', 'rollup', 'autoNumber', 'file', 'json', 'regarding'];
const system = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];

/** Fields that a column can go into. */
export function importableFields(object: ObjectMeta): readonly FieldMeta[] {
  return object.fields.filter(
    ({ name, type, readOnly, result }) =>
      !readOnly && result === undefined && !computed.includes(type) && !system.includes(name),
  );
}
