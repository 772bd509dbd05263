import { type ConditionField, conditionField } from '#kernel/condition-field.ts';
import { fieldAt } from '#kernel/field-at.ts';
import type { Meta, ObjectMeta, RelatedMeta } from '#kernel/meta.ts';
import { testsOf } from './tests-of-field.ts';

/** What the engine writes on every record comes after what the object is about. */
const stamps = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** The fields that conditions may be on: the object's own, then by reference those of what it refers to. */
export function conditionFields(meta: Meta, object: ObjectMeta): readonly (readonly ConditionField[])[] {
  const named = (path: string) => conditionField(meta, object.name, path) ?? [];
  const tested = (of: ObjectMeta) =>
    of.fields
      .filter((field) => testsOf(field).length > 0 && !['id', 'version'].includes(field.name))
      .toSorted((one, other) => Number(stamps.has(one.name)) - Number(stamps.has(other.name)));
  const own = tested(object).flatMap(({ name }) => named(name));
  const through = object.fields
    .filter(({ type, name }) => name !== 'id' && (type === 'reference' || type === 'user'))
    .map(({ name, targets }) => {
      const target = meta.objects.find((each) => each.name === targets?.[0]);
      return target ? tested(target).flatMap((field) => named(`${name}.${field.name}`)) : [];
    });
  return [own, ...through].filter((fields) => fields.length > 0);
}

/** What refers to an object in a way that this person may ask of. */
export function relatedTo(meta: Meta, object: ObjectMeta): readonly RelatedMeta[] {
  return object.related.filter(({ object: name, field }) => fieldAt(meta, name, field) !== undefined);
}
