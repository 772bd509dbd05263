import type { Deed } from '#kernel/automation.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { AutomationDefinition } from '#kernel/run-time/automation-definition.ts';
import { drawingFaults } from '#kernel/run-time/automation-faults.ts';
import { textMark } from '#kernel/run-time/text-with-values.ts';
import { automationOf } from '#kernel/run-time/with-automations.ts';
import { placedSteps } from '#kernel/step-places.ts';
import { asSystem } from '../access/actor.ts';
import type { Consequence } from '../actions/consequences.ts';
import { runAction } from '../actions/run-action.ts';
import { attempt } from '../records/attempt.ts';
import type { Context } from '../records/context.ts';
import { namesOfRecords } from '../records/names-of-records.ts';
import { knownId, readRecord } from '../records/read.ts';
import { takenBack } from '../records/taken-back.ts';
import { type Done, doStep, targetOf } from './do-step.ts';
import type { Working } from './run.ts';
import { type Subject, valuesFor } from './step-values.ts';
import { unmetParts } from './unmet-parts.ts';

type Values = Readonly<Record<string, unknown>>;

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

/** What a step would come to, as far as the reader may see it. */
export interface TriedStep {
  readonly key: string;
  /** Of a branch: which way it goes, and what does not hold. */
  readonly way?: 'met' | 'otherwise';
  readonly unmet?: readonly unknown[];
  readonly wrote?: Written;
  /** What an action would write besides. */
  readonly also?: readonly Consequence[];
  /** The names of those who would be told. */
  readonly told?: readonly string[];
  /** Who would be written to, and whether it would go. */
  readonly mailed?: { readonly name: string; readonly outcome: string };
  /** In which words. */
  readonly says?: Values;
  readonly complaints?: readonly Complaint[];
}

/** A record that would be made or changed, with the fields that would be otherwise. */
interface Written {
  readonly object: string;
  readonly name: string;
  readonly made: boolean;
  readonly fields: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
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
  const steps = placedSteps(automation.steps);
  if (unmet.length > 0) return { sample: { id: subject.id, name }, unmet, steps: [] };
  return takenBack(acting, async ({ database }) => {
    const inside: Working = { ...acting, database };
    const tried: TriedStep[] = [];
    for (let place = 0; place < steps.length; ) {
      const { step, next, otherwise = next } = steps[place] as (typeof steps)[number];
      const key = step.key ?? String(place);
      place = next;
      if (step.do === 'branch') {
        const missing = await unmetParts(inside, subject, step.where);
        if (missing.length > 0) place = otherwise;
        tried.push({ key, way: missing.length === 0 ? 'met' : 'otherwise', unmet: missing });
        continue;
      }
      const told = await triedStep(inside, { ...inside, actor: reader.actor }, subject, step);
      tried.push({ key, ...told });
      // In earnest the run would end here.
      if (told.complaints !== undefined) break;
    }
    return { sample: { id: subject.id, name }, unmet, steps: tried };
  });
}

/** Where mail goes that nobody is to get. */
const nowhere: NonNullable<Working['mail']> = {
  send: () => Promise.resolve({ outcome: 'done' }),
  close: () => undefined,
};

async function triedStep(
  acting: Working,
  reader: Context,
  subject: Subject,
  step: Deed,
): Promise<Omit<TriedStep, 'key'>> {
  const changed = await changedBy(acting, subject, step);
  const before = changed && (await seen(reader, changed));
  let done: Done = {};
  let also: readonly Consequence[] = [];
  const refusal = await attempt(acting, async () => {
    also = await writtenBesides(acting, subject, step);
    done = await doStep(acting, { id: 'trial', step: 0 }, subject, step);
  });
  if (refusal !== undefined) return { complaints: refusal.complaints };
  const { wrote, told, mailed } = done;
  const says = wordsOf(step);
  const people = reader.registry.objects.get(reader.registry.people);
  const person = mailed && reader.registry.objects.get(mailed.object);
  return {
    ...(wrote && { wrote: await writtenIn(reader, wrote, before) }),
    ...(also.length > 0 && { also }),
    ...(told && people && { told: [...(await namesOfRecords(reader, people, told)).values()] }),
    ...(mailed &&
      person && {
        mailed: {
          name: (await namesOfRecords(reader, person, [mailed.id])).get(mailed.id) ?? '',
          outcome: mailed.outcome,
        },
      }),
    ...(says && { says: (await valuesFor(reader, subject, says)).values }),
  };
}

/** The record that is there before the step and that it changes, if it changes any. */
async function changedBy(context: Context, subject: Subject, step: Deed) {
  if (step.do === 'action') return subject;
  if (step.do !== 'update') return undefined;
  const { record } = await valuesFor(context, subject, {}, step.through);
  return targetOf(context, subject, step.through, record);
}

async function writtenBesides(
  context: Context,
  subject: Subject,
  step: Deed,
): Promise<readonly Consequence[]> {
  if (step.do !== 'action') return [];
  const { values: input } = await valuesFor(context, subject, step.input ?? {});
  const request = { id: subject.id, input, preview: true };
  return (await runAction(context, step.action, request)).consequences ?? [];
}

function wordsOf(step: Deed): Values | undefined {
  if (step.do === 'notify') return { text: `${textMark}${step.says ?? ''}` };
  return step.do === 'mail' ? { subject: step.subject, text: step.text } : undefined;
}

/** What the reader sees of a record; undefined where he sees none. */
async function seen(
  reader: Context,
  { object, id }: Pick<Subject, 'object' | 'id'>,
): Promise<Values | undefined> {
  try {
    return JSON.parse(await readRecord(reader, object, id)) as Values;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function writtenIn(
  reader: Context,
  target: Pick<Subject, 'object' | 'id'>,
  before: Values | undefined,
): Promise<Written> {
  const object = reader.registry.objects.get(target.object) as ObjectModel;
  const after = await seen(reader, target);
  const differs = (name: string) =>
    JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null);
  return {
    ...{ object: object.name, name: nameIn(object, after), made: before === undefined },
    fields: [...object.fields.keys()]
      .filter((name) => after !== undefined && differs(name))
      .map((name) => ({ name, before: before?.[name] ?? null, after: after?.[name] ?? null })),
  };
}

function nameIn({ declaration }: ObjectModel, record: Values | undefined): string {
  return String(record?.[declaration.nameField] ?? '');
}
