import type { Derive } from '#kernel/object.ts';
import { isOpen, type StageName, usualProbability } from '../../stages/stages.ts';

/** A deal's name, probability and dates, as they follow from its stage. */
export const deriveOpportunity: Derive = (record, changed, { now, today }) => {
  const name = record.name ?? record.externalId ?? null;
  if (!changed.has('stage')) return { name };
  const stage = record.stage as StageName;
  const closed = !isOpen(stage);
  return {
    name,
    ...(closed || (!changed.has('probability') && (record.pipeline ?? null) === null)
      ? { probability: usualProbability[stage] ?? null }
      : {}),
    stageChangedAt: now,
    stageSince: sinceOf(record, stage) ?? today,
    engageDate: record.engageDate ?? (stage === 'engaging' ? today : null),
    closeDate: closed && !changed.has('closeDate') ? today : (record.closeDate ?? null),
    closedAt: closed ? now : null,
    ...(stage === 'lost' ? {} : { lossReason: null }),
    ...(stage === 'won' ? {} : { winReason: null }),
  };
};

/** A deal brought in from elsewhere says itself since when it stands where it does. */
function sinceOf(record: Readonly<Record<string, unknown>>, stage: StageName): unknown {
  if (record.stageChangedAt !== undefined && record.stageChangedAt !== null) return null;
  return isOpen(stage) ? (record.engageDate ?? null) : (record.closeDate ?? null);
}
