import type { Decision } from '#kernel/change.ts';
import { defineGuard } from '#kernel/guard.ts';
import type { RecordOf } from '#kernel/object.ts';
import type { Complaint } from '#kernel/problem.ts';
import { isOpen, usualProbability } from '../../stages/stages.ts';
import { unmetCriteria } from './exit-criteria.ts';

type Opportunity = RecordOf<'sales.opportunity'>;
type Stage = RecordOf<'sales.stage'>;

/**
 * What a pipeline says about its stages: how likely a deal is there, how long it may stay, and what must be done
 * before it goes on. A deal that is given up says why; one brought in as lost from elsewhere need not.
 */
export const opportunityGuard = defineGuard({
  object: 'sales.opportunity',
  fields: ['stage', 'pipeline'],
  async complete({ after, changed }, decision) {
    const stage = (await stagesOf(after, decision)).find((one) => one.stage === after.stage);
    const usual = usualProbability[after.stage];
    return {
      stageLimit: stage?.maxDays ?? null,
      ...(isOpen(after.stage) && !changed.has('probability')
        ? { probability: stage?.probability ?? usual }
        : {}),
    };
  },
  async check({ before, after }, decision) {
    const stages = await stagesOf(after, decision);
    if (stages.length > 0 && !stages.some(({ stage }) => stage === after.stage))
      return [{ field: 'stage', code: 'notInPipeline' }];
    if (before === undefined || before.stage === after.stage) return [];
    if (after.stage === 'lost')
      return isOpen(before.stage) && after.lossReason === null
        ? [{ field: 'lossReason', code: 'required' }]
        : [];
    return leaving(before, after, stages, decision);
  },
});

async function stagesOf({ pipeline }: Opportunity, decision: Decision): Promise<readonly Stage[]> {
  return pipeline === null ? [] : decision.list('sales.stage', { pipeline });
}

/** Going on asks that every stage left behind is finished, those jumped over too; going back asks nothing. */
async function leaving(
  before: Opportunity,
  after: Opportunity,
  stages: readonly Stage[],
  decision: Decision,
): Promise<readonly Complaint[]> {
  const from = stages.find(({ stage }) => stage === before.stage);
  const to = stages.find(({ stage }) => stage === after.stage);
  if (from === undefined || to === undefined || !isOpen(before.stage)) return [];
  const left = stages.filter(({ position }) => position >= from.position && position < to.position);
  const unmet: Complaint[] = [];
  for (const stage of left) unmet.push(...(await unmetCriteria(stage, after, decision)));
  return unmet;
}
