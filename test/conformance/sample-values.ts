import type { Field } from '#kernel/field/field.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';

/** The fields that a rule of the object demands. */
export function demanded({ declaration }: ObjectModel): readonly string[] {
  return declaration.rules.filter(({ code }) => code === 'required').map(({ field }) => field);
}

/** What no value that is made up fits: what people write in a language of its own. */
export const written: Readonly<Record<string, object>> = {
  duplicateRule: { object: 'account', field: 'website', kind: 'exact', weight: 40 },
  automation: { object: 'account', trigger: { on: 'created' }, where: null, steps: [], active: false },
  validationRule: { object: 'account', condition: 'false', messageZh: '从不发生' },
  webhook: { topics: [{ object: 'account', kinds: ['created'] }], active: false },
};

/** Makes a record of an object with everything that it requires, and what those records require in turn. */
export async function makeSample(
  registry: Registry,
  object: ObjectModel,
  create: (object: string, values: object) => Promise<string | undefined>,
  made: Map<string, string>,
): Promise<string | undefined> {
  const known = made.get(object.name);
  if (known !== undefined) return known;
  const values: Record<string, unknown> = {};
  for (const [name, field] of object.fields) {
    const needed = field.required || name === object.declaration.nameField || demanded(object).includes(name);
    if (field.readOnly || !needed) continue;
    if (field.default !== undefined || field.type === 'autoNumber') continue;
    values[name] = await sample(registry, object, name, field, create, made);
  }
  const id = await create(object.name, values);
  if (id !== undefined) made.set(object.name, id);
  return id;
}

async function sample(
  registry: Registry,
  object: ObjectModel,
  name: string,
  field: Field,
  create: (object: string, values: object) => Promise<string | undefined>,
  made: Map<string, string>,
): Promise<unknown> {
  switch (field.type) {
    case 'reference':
    case 'user': {
      const target = registry.objects.get(field.target ?? registry.people);
      return target && target !== object ? makeSample(registry, target, create, made) : null;
    }
    case 'regarding': {
      const [first = ''] = field.targets ?? [];
      const target = registry.objects.get(first);
      return target && { object: first, id: await makeSample(registry, target, create, made) };
    }
    case 'choice':
      return field.choices?.[0]?.value;
    case 'multiChoice':
      return [field.choices?.[0]?.value];
    case 'boolean':
      return true;
    case 'date':
      return '2026-11-24';
    case 'dateTime':
      return '2026-11-24T09:30:00Z';
    case 'email':
      return `${object.name.toLowerCase()}.${name.toLowerCase()}@hengyue.example`;
    case 'phone':
      return '+86 138 0013 8000';
    case 'url':
      return 'https://hengyue.example/';
    default:
      return ['text', 'longText', 'richText'].includes(field.type) ? `衡岳 ${object.name}` : '1';
  }
}
