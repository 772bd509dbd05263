import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import { selectFor } from '#web/fields/select.ts';
import { pagesOf } from './page-of.ts';

const stamps = ['createdAt', 'createdBy.name', 'updatedAt', 'updatedBy.name'];

/** What a record's page asks for of it. */
export function pageSelect(meta: Meta, object: ObjectMeta): string {
  const heads = pagesOf(object).flatMap(({ highlights }) => highlights);
  const own = selectFor(meta, object.fields, heads).split(',');
  const others = stamps.filter((path) => !own.some((each) => each.split('.')[0] === path.split('.')[0]));
  return [...own, ...others].join(',');
}
