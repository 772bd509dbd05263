import type { FieldMeta, Meta } from '#kernel/meta.ts';

/** What to ask for so that these fields can be drawn: references come with the name of what they point to. */
export function selectFor(meta: Meta, fields: readonly FieldMeta[], paths: readonly string[] = []): string {
  const wanted = fields.map((field) => {
    if (field.name === 'id' || (field.type !== 'reference' && field.type !== 'user')) return field.name;
    const target = meta.objects.find(({ name }) => name === field.targets?.[0]);
    return target ? `${field.name}.${target.nameField}` : field.name;
  });
  return [...new Set([...wanted, ...paths.filter((path) => path.includes('.'))])].join(',');
}
