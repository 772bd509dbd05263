import type { FieldMeta, Meta, ObjectMeta, RelatedMeta } from '#kernel/meta.ts';
import { fieldAt } from '#web/fields/path.ts';
import { testsOf } from './tests-of-field.ts';

/** A field that a condition may be on, called by the way that leads to it: `Account › Industry`. */
export interface ConditionField {
  readonly path: string;
  readonly label: string;
  readonly field: FieldMeta;
}

/** What a condition's path names; undefined when there is no such field, or none that this person may know. */
export function conditionField(meta: Meta, object: string, path: string): ConditionField | undefined {
  const steps = path.split('.');
  const fields = steps.map((_, index) => fieldAt(meta, object, steps.slice(0, index + 1).join('.')));
  const field = fields.at(-1);
  if (!field || fields.includes(undefined)) return undefined;
  return { path, field, label: fields.map((each) => each?.label).join(' › ') };
}

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
