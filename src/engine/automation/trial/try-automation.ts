import { Refusal } from '#kernel/problem.ts';
import type { AutomationDefinition } from '#kernel/run-time/automation-definition.ts';
import { drawingFaults } from '#kernel/run-time/automation-faults.ts';
import { automationOf } from '#kernel/run-time/with-automations.ts';
import { asSystem } from '../../access/actor.ts';
import { knownId, readRecord } from '../../records/read.ts';
import { takenBack } from '../../records/taken-back.ts';
import type { Working } from '../run.ts';
import { unmetParts } from '../unmet-parts.ts';
import { nameIn, type TriedStep, triedSteps } from './tried-steps.ts';

/** An automation that somebody is drawing, and the record on which it is tried. */
export interface AutomationTrial {
  readonly definition: AutomationDefinition;
  readonly sample: string;
}

/** What it would do: nothing where parts of its condition do not hold. */
export interface TriedAutomation {
  readonly sample: { readonly id: string; readonly name: string };
  readonly unmet: readonly unknown[];
  /** The steps that would be done, in their order, up to one that would be refused. */
  readonly steps: readonly TriedStep[];
}

/**
 * Says what an automation would do for a record, which it does in a transaction that is taken back, by the same rules and
 * with the same rights as in earnest, on the reader's account; no mail goes. What is told of records is what the reader may see.
 */
export async function tryAutomation(
  reader: Working,
  { definition, sample }: AutomationTrial,
): Promise<TriedAutomation> {
  const object = reader.registry.objects.get(definition.object ?? '');
  if (object === undefined) throw new Refusal('invalid', [{ field: 'object', code: 'noSuchObject' }]);
  const faults = drawingFaults(reader.registry, object, definition);
  if (faults.length > 0) throw new Refusal('invalid', faults);
  const automation = automationOf(reader.registry, object, definition);
  const subject = { object: object.name, id: knownId(sample) };
  const name = nameIn(object, JSON.parse(await readRecord(reader, object.name, subject.id)));
  const actor = {
    ...asSystem(`trial of ${automation.name}`),
    ...{ id: reader.actor.id, timeZone: reader.workspace.timeZone },
  };
  const acting: Working = { ...reader, actor, verb: automation.name, mail: reader.mail && nowhere };
  const unmet = await unmetParts(acting, subject, automation.where ?? {});
  if (unmet.length > 0) return { sample: { id: subject.id, name }, unmet, steps: [] };
  return takenBack(acting, async ({ database }) => {
    const inside: Working = { ...acting, database };
    const steps = await triedSteps(inside, { ...inside, actor: reader.actor }, subject, automation.steps);
    return { sample: { id: subject.id, name }, unmet, steps };
  });
}

/** Where mail goes that nobody is to get. */
const nowhere: NonNullable<Working['mail']> = {
  send: () => Promise.resolve({ outcome: 'done' }),
  close: () => undefined,
};
