import type { Deed } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import { objectNamed } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { runAction } from '../actions/run-action.ts';
import { keepGuests } from '../guests/keep-guests.ts';
import { writeToGuest } from '../guests/write-to-guest.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { notify } from '../notifications/notify.ts';
import { writeToPerson } from '../permission/write-to-person.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { updateRecord } from '../records/update.ts';
import { languageOf } from './language-of.ts';
import { peopleTold } from './people-told.ts';
import type { Run, Working } from './run.ts';
import { at, filled, pathsIn, recordForSteps, type Subject } from './step-values.ts';

type Values = Readonly<Record<string, unknown>>;

/** Does one step for one record, through the same rules as every door. Returns the seconds to wait before the next. */
export async function doStep(
  context: Working,
  { id: run, step: place }: Pick<Run, 'id' | 'step'>,
  subject: Subject,
  step: Deed,
): Promise<number> {
  const { object, id } = subject;
  const fill = async (values: Values, through?: string) => {
    const record = await recordForSteps(context, subject, [
      ...pathsIn(context, object, values),
      ...(through ? [through] : []),
    ]);
    return { record, values: filled(context, object, values, record) };
  };
  switch (step.do) {
    case 'wait':
      return step.seconds;
    case 'notify': {
      const kind = context.registry.notifications.get(step.kind);
      // One run may tell several things in words of the company's own.
      const cause = step.key === undefined ? run : `${run}-${step.key}`;
      const said = step.says === undefined ? {} : { said: step.says };
      for (const person of await peopleTold(context, step, subject, fill))
        if (kind !== undefined) await notify(context, { kind, person, object, record: id, cause, ...said });
      return 0;
    }
    case 'create': {
      const { values } = await fill(step.values);
      await createRecords(context, shortName(step.object), [{ values }]);
      return 0;
    }
    case 'action': {
      const { values } = await fill(step.input ?? {});
      await runAction(context, step.action, { id, input: values });
      return 0;
    }
    case 'mail': {
      const { subject, text } = step;
      const { record, values } = await fill({ subject, text }, step.through);
      const person =
        step.through === undefined ? { object, id } : targetOf(context, object, step.through, record);
      if (person !== undefined) await write(context, step, person, values, `${run}-${step.key ?? place}`);
      return 0;
    }
    case 'keepGuests':
      await keepGuests(context, id);
      return 0;
    case 'writeToGuest':
      await writeToGuest(context, id);
      return 0;
    case 'update': {
      const { record, values } = await fill(step.values, step.through);
      const target =
        step.through === undefined ? { object, id } : targetOf(context, object, step.through, record);
      if (target !== undefined && takes(context, target.object, values))
        await updateRecord(context, target.object, target.id, values);
      return 0;
    }
  }
}

/** The same mail again when the step is done again, so that nobody reads it twice. */
async function write(
  context: Working,
  { address, purpose }: { readonly address: string; readonly purpose: string },
  person: { readonly object: string; readonly id: string },
  { subject, text }: Values,
  id: string,
): Promise<void> {
  if (typeof subject !== 'string' || typeof text !== 'string') return;
  const { label } = context.workspace;
  const content = {
    locale: languageOf(text),
    eyebrow: label,
    heading: subject,
    paragraphs: [text],
    footer: label,
  };
  await writeToPerson(
    context,
    context.mail,
    { ...person, address, purpose },
    { subject, ...composeMail(content), id },
  );
}

/** The record that a reference of this record names. */
function targetOf(
  context: Context,
  object: string,
  name: string,
  record: Values,
): { readonly object: string; readonly id: string } | undefined {
  const value = at(record, name);
  if (typeof value === 'object' && value !== null) return value as { object: string; id: string };
  const target = resolvePath(context.registry, objectNamed(context.registry, object), name)?.field.target;
  return typeof value === 'string' && target !== undefined ? { object: target, id: value } : undefined;
}

/** A reference may name records of several objects; those that lack a field are passed over. */
function takes(context: Context, object: string, values: Values): boolean {
  const fields = context.registry.objects.get(object)?.fields;
  return Object.keys(values).every((name) => fields?.has(name) === true);
}
