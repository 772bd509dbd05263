import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import { type Column, columnAt } from '#web/views/columns.ts';

/** The columns of a related list: its name first, then its table's, without what all rows have in common. */
export function relatedColumns(meta: Meta, object: ObjectMeta, link: string, most = 5): readonly Column[] {
  const table = object.views.find((view) => view.kind === 'table')?.columns;
  const wanted = table ?? object.page.highlights;
  return [...new Set([object.nameField, ...wanted])]
    .filter((path) => path !== link && path.split('.')[0] !== link)
    .flatMap((path) => columnAt(meta, object, path) ?? [])
    .slice(0, most);
}
