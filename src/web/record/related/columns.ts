import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import { fieldAt } from '#web/fields/path.ts';

/** A column of a small table: where its value stands, how it is drawn. */
export interface Column {
  readonly path: string;
  readonly field: FieldMeta;
}

/** The columns of a related list: its name first, then its table's, without what all rows have in common. */
export function relatedColumns(meta: Meta, object: ObjectMeta, link: string, most = 5): readonly Column[] {
  const table = object.views.find((view) => view.kind === 'table')?.columns;
  const wanted = table ?? object.page.highlights;
  const paths = [object.nameField, ...wanted.filter((path) => path !== object.nameField)];
  return paths
    .filter((path) => path.split('.')[0] !== link)
    .flatMap((path) => {
      const field = fieldAt(meta, object.name, path);
      return field ? [{ path, field }] : [];
    })
    .slice(0, most);
}
