import type { Deed } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import { objectNamed } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { runAction } from '../actions/run-action.ts';
import { keepGuests } from '../guests/keep-guests.ts';
import { writeToGuest } from '../guests/write-to-guest.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { notify } from '../notifications/notify.ts';
import { type Writing, writeToPerson } from '../permission/write-to-person.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { updateRecord } from '../records/update.ts';
import { languageOf } from './language-of.ts';
import { peopleTold } from './people-told.ts';
import type { Working } from './run.ts';
import { at, type Subject, valuesFor } from './step-values.ts';

type Values = Readonly<Record<string, unknown>>;

type Named = Pick<Subject, 'object' | 'id'>;

/** What a step came to. */
export interface Done {
  /** Seconds to wait before the next. */
  readonly wait?: number;
  /** The record that it made or changed. */
  readonly wrote?: Named;
  /** The people whom it told. */
  readonly told?: readonly string[];
  /** The person whom it wrote to, and what became of that. */
  readonly mailed?: Named & { readonly outcome: Writing };
}

/** The run in which a step is done, and its place there. */
interface Doing {
  readonly run: string;
  readonly at: string;
}

/** Does one step for one record, through the same rules as every door. */
export async function doStep(
  context: Working,
  { run, at: place }: Doing,
  subject: Subject,
  step: Deed,
): Promise<Done> {
  const { object, id } = subject;
  switch (step.do) {
    case 'wait':
      return { wait: step.seconds };
    case 'notify': {
      const kind = context.registry.notifications.get(step.kind);
      // One run may tell several things in words of the company's own.
      const cause = causeOf(run, step.key, subject);
      const said = step.says === undefined ? {} : { said: step.says };
      const told = await peopleTold(context, step, subject);
      for (const person of told)
        if (kind !== undefined) await notify(context, { kind, person, object, record: id, cause, ...said });
      return { told };
    }
    case 'create': {
      const { values } = await valuesFor(context, subject, step.values);
      const target = shortName(step.object);
      const [made = '{}'] = await createRecords(context, target, [{ values }]);
      return { wrote: { object: target, id: JSON.parse(made).id } };
    }
    case 'action': {
      const { values } = await valuesFor(context, subject, step.input ?? {});
      await runAction(context, step.action, { id, input: values });
      return { wrote: { object, id } };
    }
    case 'mail': {
      const { subject: heading, text } = step;
      const { record, values } = await valuesFor(context, subject, { subject: heading, text }, step.through);
      const person = targetOf(context, subject, step.through, record);
      if (person === undefined) return {};
      const outcome = await write(context, step, person, values, causeOf(run, step.key ?? place, subject));
      return { mailed: { ...person, outcome } };
    }
    case 'keepGuests':
      await keepGuests(context, id);
      return {};
    case 'writeToGuest':
      await writeToGuest(context, id);
      return {};
    case 'update': {
      const { record, values } = await valuesFor(context, subject, step.values, step.through);
      const target = targetOf(context, subject, step.through, record);
      if (target === undefined || !takes(context, target.object, values)) return {};
      await updateRecord(context, target.object, target.id, values);
      return { wrote: target };
    }
  }
}

/** By which it is known that something was told already: in a loop, to each of its records. */
function causeOf(run: string, step: string | undefined, { id, start }: Subject): string {
  return [run, step, start && id].filter((part) => part !== undefined).join('-');
}

/** The same mail again when the step is done again, so that nobody reads it twice. */
async function write(
  context: Working,
  { address, purpose }: { readonly address: string; readonly purpose: string },
  person: { readonly object: string; readonly id: string },
  { subject, text }: Values,
  id: string,
): Promise<Writing> {
  if (typeof subject !== 'string' || typeof text !== 'string') return 'noAddress';
  const { label } = context.workspace;
  const content = {
    locale: languageOf(text),
    eyebrow: label,
    heading: subject,
    paragraphs: [text],
    footer: label,
  };
  return writeToPerson(
    context,
    context.mail,
    { ...person, address, purpose },
    { subject, ...composeMail(content), id },
  );
}

/** The record itself, or the one that a reference of it names, if it names any. */
export function targetOf(
  context: Context,
  { object, id }: Named,
  through: string | undefined,
  record: Values,
): Named | undefined {
  if (through === undefined) return { object, id };
  const value = at(record, through);
  if (typeof value === 'object' && value !== null) return value as { object: string; id: string };
  const target = resolvePath(context.registry, objectNamed(context.registry, object), through)?.field.target;
  return typeof value === 'string' && target !== undefined ? { object: target, id: value } : undefined;
}

/** A reference may name records of several objects; those that lack a field are passed over. */
export function takes(context: Context, object: string, values: Values): boolean {
  const fields = context.registry.objects.get(object)?.fields;
  return Object.keys(values).every((name) => fields?.has(name) === true);
}
