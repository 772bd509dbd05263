import type { ObjectMeta, PageMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';

/** The object with the page that records of this one's type have. */
export function withPageOf(object: ObjectMeta, record: Values): ObjectMeta {
  const page = object.types?.find(({ value }) => value === record.recordType)?.page;
  return page === undefined ? object : { ...object, page };
}

/** Every page that records of an object may have. */
export function pagesOf({ page, types = [] }: ObjectMeta): readonly PageMeta[] {
  return [page, ...types.flatMap((type) => type.page ?? [])];
}
