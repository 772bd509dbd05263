import type { TFunction } from 'i18next';
import type { TimelineEntry } from './timeline-entry.ts';

/** Who did it, in whose name where those are two. */
export function doerOf({ actor, impersonator }: TimelineEntry, t: TFunction): string {
  const name = actor?.name ?? t('record.timeline.system');
  return impersonator ? t('record.timeline.inNameOf', { by: impersonator.name, name }) : name;
}
