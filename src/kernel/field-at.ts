import type { FieldMeta, ModelMeta } from './meta.ts';

/** The field at a path such as `owner.name`, its references followed; undefined when there is none. */
export function fieldAt(meta: ModelMeta, object: string, path: string): FieldMeta | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = meta.objects.find(({ name }) => name === object)?.fields.find(({ name }) => name === first);
  if (rest.length === 0 || !field) return field;
  return fieldAt(meta, field.targets?.[0] ?? '', rest.join('.'));
}
