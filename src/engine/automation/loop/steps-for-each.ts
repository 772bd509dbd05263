import type { Step } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import { runAction } from '../../actions/run-action.ts';
import { createRecords } from '../../records/create.ts';
import { updateEach } from '../../records/update-all.ts';
import { doStep, takes, targetOf } from '../do-step.ts';
import type { Working } from '../run.ts';
import { type Subject, valuesForEach } from '../step-values.ts';
import { unmetPartsOfEach } from '../unmet-parts.ts';

/** The run in which steps are done, and the place of their list in it. */
export interface Within {
  readonly run: string;
  readonly at: string;
}

type Of<Kind extends Step['do']> = Extract<Step, { readonly do: Kind }>;

/**
 * Does steps for several records of one object, each step for all of them before the next: all or nothing, inside the
 * caller's transaction. What the engine can write together is written together.
 */
export async function stepsForEach(
  context: Working,
  { run, at }: Within,
  subjects: readonly Subject[],
  steps: readonly Step[],
): Promise<void> {
  if (subjects.length === 0) return;
  for (const [index, step] of steps.entries()) {
    const place = `${at}.${index}`;
    switch (step.do) {
      case 'forEach':
      case 'call':
        throw new Error(`A loop cannot contain ${step.do}`);
      case 'branch': {
        const unmet = await unmetPartsOfEach(context, subjects, step.where);
        const met = subjects.filter((_, one) => unmet[one]?.length === 0);
        const others = subjects.filter((_, one) => unmet[one]?.length !== 0);
        await stepsForEach(context, { run, at: place }, met, step.steps);
        await stepsForEach(context, { run, at: `${place}.otherwise` }, others, step.otherwise ?? []);
        break;
      }
      case 'update':
        await updateForEach(context, subjects, step);
        break;
      case 'create': {
        const filled = await valuesForEach(context, subjects, step.values);
        await createRecords(
          context,
          shortName(step.object),
          filled.map(({ values }) => ({ values })),
        );
        break;
      }
      case 'action':
        if (await actOnAll(context, subjects, step)) break;
        for (const subject of subjects) await doStep(context, { run, at: place }, subject, step);
        break;
      default:
        for (const subject of subjects) await doStep(context, { run, at: place }, subject, step);
    }
  }
}

/** Several may change the same record, by a reference: then one after the other. */
async function updateForEach(
  context: Working,
  subjects: readonly Subject[],
  { values, through }: Of<'update'>,
): Promise<void> {
  const filled = await valuesForEach(context, subjects, values, through);
  let changes = new Map<string, Map<string, unknown>>();
  const write = async () => {
    for (const [object, each] of changes) await updateEach(context, object, each);
    changes = new Map();
  };
  for (const [index, subject] of subjects.entries()) {
    const { record = {}, values: own = {} } = filled[index] ?? {};
    const target = targetOf(context, subject, through, record);
    if (target === undefined || !takes(context, target.object, own)) continue;
    if (changes.get(target.object)?.has(target.id)) await write();
    const ofObject = changes.get(target.object) ?? new Map<string, unknown>();
    changes.set(target.object, ofObject.set(target.id, own));
  }
  await write();
}

/** Runs a verb that takes many records at once, when all of them give it the same. */
async function actOnAll(
  context: Working,
  subjects: readonly Subject[],
  { action, input = {} }: Of<'action'>,
): Promise<boolean> {
  if (context.registry.actions.get(action)?.bulk !== true) return false;
  const filled = await valuesForEach(context, subjects, input);
  const inputs = new Set(filled.map(({ values }) => JSON.stringify(values)));
  if (inputs.size > 1) return false;
  await runAction(context, action, { ids: subjects.map(({ id }) => id), input: filled[0]?.values ?? {} });
  return true;
}
