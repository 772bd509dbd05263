import type { Decision } from '#kernel/change.ts';
import type { RecordOf } from '#kernel/object.ts';
import type { Complaint } from '#kernel/problem.ts';

/** What a stage asks for and the deal does not have yet. */
export async function unmetCriteria(
  stage: RecordOf<'sales.stage'>,
  deal: RecordOf<'sales.opportunity'>,
  decision: Decision,
): Promise<readonly Complaint[]> {
  const empty = (stage.requiredFields ?? [])
    .filter((name) => deal[name] === null)
    .map((field) => ({ field, code: 'requiredToLeaveStage', parameters: { stage: stage.name } }));
  const undone: Complaint[] = [];
  for (const kind of stage.requiredActivities ?? [])
    if (!(await isDone(kind, deal, decision)))
      undone.push({ field: 'stage', code: `${kind}Required`, parameters: { stage: stage.name } });
  return [...empty, ...undone];
}

type Kind = NonNullable<RecordOf<'sales.stage'>['requiredActivities']>[number];

/** Whether something of that kind has been done about the deal. */
async function isDone(kind: Kind, deal: RecordOf<'sales.opportunity'>, decision: Decision): Promise<boolean> {
  const regarding = { object: 'opportunity', id: deal.id };
  const found = await {
    call: () => decision.list('activities.call', { regarding, status: 'done' }, 1),
    meeting: () => decision.list('activities.meeting', { regarding, status: 'held' }, 1),
    email: () => decision.list('activities.email', { regarding }, 1),
    task: () => decision.list('activities.task', { regarding, status: 'done' }, 1),
    note: () => decision.list('activities.note', { regarding }, 1),
  }[kind]();
  return found.length > 0;
}
