import type { Call, Deed, Loop, Step } from '#kernel/automation.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { textMark } from '#kernel/run-time/text-with-values.ts';
import { asSystem } from '../../access/actor.ts';
import type { Consequence } from '../../actions/consequences.ts';
import { runAction } from '../../actions/run-action.ts';
import { loadActor } from '../../people/load-actor.ts';
import { attempt } from '../../records/attempt.ts';
import type { Context } from '../../records/context.ts';
import { namesOfRecords } from '../../records/names-of-records.ts';
import { readRecord } from '../../records/read.ts';
import { validSecrets } from '../../webhooks/claim.ts';
import { webhooksWhere } from '../../webhooks/webhook.ts';
import { webhookBody } from '../../webhooks/webhook-body.ts';
import { type Done, doStep, targetOf } from '../do-step.ts';
import { doRounds } from '../loop/do-rounds.ts';
import { recordsOfLoop } from '../loop/records-of-loop.ts';
import type { Working } from '../run.ts';
import { type Subject, valuesFor } from '../step-values.ts';
import { unmetParts } from '../unmet-parts.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a step would come to, as far as the reader may see it. */
export interface TriedStep {
  readonly key: string;
  /** Of a branch: which way it goes, and what does not hold. */
  readonly way?: 'met' | 'otherwise';
  readonly unmet?: readonly unknown[];
  /** Of a loop: over which records it would go. */
  readonly loop?: TriedLoop;
  /** Which program would be called, and with what. */
  readonly calls?: TriedCall;
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

/** What a loop would come to: the first of its records step by step, of further ones what would be refused. */
export interface TriedLoop {
  /** How many records there are, and over how many it would go. */
  readonly total: number;
  readonly taken: number;
  readonly rounds: readonly { readonly name: string; readonly steps: readonly TriedStep[] }[];
  /** With how many it was tried, and of how many something would be refused. */
  readonly tried: number;
  readonly failed: number;
  /** Of those that are not told step by step, what would be. */
  readonly refused: readonly { readonly name: string; readonly complaints: readonly Complaint[] }[];
}

/** What a program would be told, in JSON; nothing where its webhook would not tell it. */
interface TriedCall {
  readonly program: string;
  readonly body: string | null;
}

/** Rounds of a loop that are told step by step, and the most that are tried. */
const rounds = { told: 3, tried: 50 };

/** Does steps for a record, up to one that is refused: in earnest the run would end there. */
export async function triedSteps(
  acting: Working,
  reader: Context,
  subject: Subject,
  steps: readonly Step[],
): Promise<readonly TriedStep[]> {
  const tried: TriedStep[] = [];
  for (const step of steps) {
    const { key = '' } = step;
    if (step.do === 'branch') {
      const unmet = await unmetParts(acting, subject, step.where);
      const way = unmet.length === 0 ? 'met' : 'otherwise';
      const inner = way === 'met' ? step.steps : (step.otherwise ?? []);
      tried.push({ key, way, unmet }, ...(await triedSteps(acting, reader, subject, inner)));
    } else if (step.do === 'forEach')
      tried.push({ key, loop: await triedLoop(acting, reader, subject, step) });
    else if (step.do === 'call') tried.push({ key, calls: await triedCall(reader, subject, step) });
    else tried.push({ key, ...(await triedStep(acting, reader, subject, step)) });
    if (tried.some(isRefused)) break;
  }
  return tried;
}

/** Whether a run would end at a step: at a loop when all of it is done, be it in vain with some. */
function isRefused({ complaints, loop }: TriedStep): boolean {
  return complaints !== undefined || (loop !== undefined && loop.failed > 0);
}

async function triedCall(
  reader: Context,
  { object, id }: Subject,
  { webhook: webhookId, fields }: Call,
): Promise<TriedCall> {
  const actor = asSystem('trying to call a program');
  const [webhook] = await webhooksWhere({ ...reader, actor }, { id: webhookId });
  if (webhook === undefined) return { program: '', body: null };
  const { database, registry, workspace, now } = reader;
  const person = await loadActor(database, registry, workspace.schema, webhook.person);
  const secrets = await validSecrets(reader, webhookId);
  const happened = formatInstant(now);
  const body =
    webhook.active && person !== undefined && secrets !== undefined
      ? await webhookBody(
          { ...reader, actor: person },
          { object, record: id, kind: 'call', action: null, fields, happened },
        )
      : undefined;
  return { program: webhook.name, body: body ?? null };
}

async function triedLoop(
  acting: Working,
  reader: Context,
  start: Subject,
  loop: Loop & Pick<Step, 'key'>,
): Promise<TriedLoop> {
  const { ids, total } = await recordsOfLoop(acting, start, loop);
  const object = objectNamed(acting.registry, loop.object);
  const named = await namesOfRecords(reader, object, ids.slice(0, rounds.tried));
  const called = (id: string) => named.get(id) ?? '';
  const told: TriedLoop['rounds'][number][] = [];
  let failed = 0;
  for (const id of ids.slice(0, rounds.told)) {
    let steps: readonly TriedStep[] = [];
    const subject = { object: object.name, id, start };
    // What would be refused leaves nothing of its round behind.
    const refusal = await attempt(acting, async () => {
      steps = await triedSteps(acting, reader, subject, loop.steps);
      const at = steps.find(({ complaints }) => complaints !== undefined);
      if (at?.complaints) throw new Refusal('invalid', at.complaints);
    });
    told.push({ name: called(id), steps });
    if (refusal) failed++;
  }
  const others = ids.slice(rounds.told, rounds.tried);
  const done = await doRounds(acting, { run: 'trial', at: loop.key ?? '' }, start, loop, others);
  const refused = done.flatMap(({ record, complaints }) =>
    complaints ? [{ name: called(record), complaints }] : [],
  );
  return {
    ...{ total, taken: ids.length, rounds: told, tried: told.length + others.length },
    ...{ failed: failed + refused.length, refused },
  };
}

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
    done = await doStep(acting, { run: 'trial', at: step.key ?? '' }, subject, step);
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

/** What a record is called. */
export function nameIn({ declaration }: ObjectModel, record: Values | undefined): string {
  return String(record?.[declaration.nameField] ?? '');
}
