import type { RelatedMeta } from '#kernel/meta.ts';
import { useRecordScope } from '../record-scope.ts';

/** The related lists of this record; what the composer adds is on the timeline already. */
export function useRelated(): readonly RelatedMeta[] {
  const { object } = useRecordScope();
  const composed = new Set(object.page.composer.map((related) => related.object));
  return object.related.filter((related) => !composed.has(related.object));
}
