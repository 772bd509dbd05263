import type { RelatedMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';

/** The related lists of this record; what the composer adds is on the timeline already, shares and followings have a place of their own. */
export function useRelated(): readonly RelatedMeta[] {
  const { objects } = useMeta();
  const { object } = useRecordScope();
  const apart = objects.flatMap(({ purpose, name }) =>
    purpose === 'share' || purpose === 'following' ? name : [],
  );
  const composed = new Set(object.page.composer.map((related) => related.object));
  return object.related.filter((related) => !composed.has(related.object) && !apart.includes(related.object));
}
