import type { RelatedMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';

/**
 * The related lists of this record that have no place of their own; what the composer adds is on the timeline already,
 * shares and followings are told elsewhere, and a laid-out page may have put some where they belong.
 */
export function useRelated(): readonly RelatedMeta[] {
  const { objects } = useMeta();
  const { object } = useRecordScope();
  const apart = objects.flatMap(({ purpose, name }) =>
    purpose === 'share' || purpose === 'following' ? name : [],
  );
  const composed = new Set(object.page.composer.map((related) => related.object));
  const { beside = [], tabs = [] } = object.page.layout ?? {};
  const parts = [...beside, ...tabs.flatMap((tab) => tab.parts)];
  const placed = new Set(parts.flatMap((part) => ('related' in part ? part.related : [])));
  return object.related.filter(
    (related) =>
      !composed.has(related.object) &&
      !apart.includes(related.object) &&
      !placed.has(`${related.object}.${related.field}`),
  );
}
