import type { Meta, ObjectMeta, RelatedMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';

/** The related lists of this record that have no place of their own: a laid-out page may have put some where they belong. */
export function useRelated(): readonly RelatedMeta[] {
  const meta = useMeta();
  const { object } = useRecordScope();
  const { beside = [], tabs = [] } = object.page.layout ?? {};
  const parts = [...beside, ...tabs.flatMap((tab) => tab.parts)];
  const placed = new Set(parts.flatMap((part) => ('related' in part ? part.related : [])));
  return relatedOf(meta, object).filter((related) => !placed.has(`${related.object}.${related.field}`));
}

/**
 * What points to records of an object; what the composer adds is on the timeline already, shares and followings are told
 * elsewhere.
 */
export function relatedOf({ objects }: Meta, object: ObjectMeta): readonly RelatedMeta[] {
  const apart = objects.flatMap(({ purpose, name }) =>
    purpose === 'share' || purpose === 'following' ? name : [],
  );
  const composed = new Set(object.page.composer.map((related) => related.object));
  return object.related.filter((related) => !composed.has(related.object) && !apart.includes(related.object));
}
