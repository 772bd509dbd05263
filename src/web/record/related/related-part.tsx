import { fieldAt } from '#kernel/field-at.ts';
import type { RelatedMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';
import { RelatedList } from './related-list.tsx';

/** The related list that the object at hand tells of; nothing where its records may not be seen. */
export function RelatedPart({ related }: { readonly related: RelatedMeta }) {
  const meta = useMeta();
  const { record } = useRecordScope();
  const object = meta.objects.find(({ name }) => name === related.object);
  const link = fieldAt(meta, related.object, related.field);
  if (!object || !link) return null;
  return (
    <RelatedList object={object} link={link} path={related.field} label={related.label} id={record.id} />
  );
}
