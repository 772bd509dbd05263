import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';

/** The fields of a new record's form: those asked for at once, and those behind "all fields". */
export interface FormFields {
  readonly first: readonly FieldMeta[];
  readonly rest: readonly FieldMeta[];
}

const enough = 8;

/**
 * Chooses what a form asks first: what is required, then what the record page shows first, or the sections that
 * whoever laid the page out wants asked. Where a record stands on its
 * way is not asked first: it begins at the beginning, and verbs move it on.
 */
export function firstFields(
  { page }: Pick<ObjectMeta, 'page'>,
  editable: readonly FieldMeta[],
  given: readonly string[] = [],
): FormFields {
  const way = editable.find(
    ({ name, transitions, default: start }) => name === page.path && transitions && start !== undefined,
  )?.name;
  const asked = page.sections.filter(({ asked: atOnce }) => atOnce);
  const sections = asked.length > 0 ? asked : page.sections.slice(0, 1);
  const heads = asked.length > 0 ? [] : page.highlights.map(firstName);
  const order = [...sections.flatMap(({ fields }) => fields), ...heads].filter((name) => name !== way);
  const required = editable.filter((field) => field.required && field.name !== way).map(({ name }) => name);
  const wanted = new Set([
    ...order.filter((name) => required.includes(name)),
    ...required,
    ...given,
    ...order,
    ...(order.length === 0 ? editable.map(({ name }) => name) : []),
  ]);
  const place = (field: FieldMeta) => (order.includes(field.name) ? order.indexOf(field.name) : order.length);
  const chosen = [...wanted].filter((name) => editable.some((field) => field.name === name));
  const most = asked.length > 0 ? chosen.length : Math.max(enough, required.length);
  const first = new Set(chosen.slice(0, most));
  return {
    first: editable.filter(({ name }) => first.has(name)).sort((one, other) => place(one) - place(other)),
    rest: editable.filter(({ name }) => !first.has(name)),
  };
}

function firstName(path: string): string {
  return path.split('.')[0] ?? path;
}
