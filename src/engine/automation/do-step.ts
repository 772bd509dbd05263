import type { Step } from '#kernel/automation.ts';
import { shortName } from '#kernel/object-name.ts';
import { runAction } from '../actions/run-action.ts';
import { notify } from '../notifications/notify.ts';
import { administrators } from '../people/administrators.ts';
import { callerOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { updateRecord } from '../records/update.ts';
import type { Run } from './run.ts';
import { at, filled, pathsIn, recordForSteps } from './step-values.ts';

type Values = Readonly<Record<string, unknown>>;

/** Does one step for one record, through the same rules as every door. Returns the seconds to wait before the next. */
export async function doStep(
  context: Context,
  { object, record: id, id: run }: Pick<Run, 'object' | 'record' | 'id'>,
  step: Step,
): Promise<number> {
  const { today, now } = callerOf(context);
  const fill = async (values: Values, through?: string) => {
    const record = await recordForSteps(context, object, id, [
      ...pathsIn(values),
      ...(through ? [through] : []),
    ]);
    return { record, values: filled(context, values, record, today, now) };
  };
  switch (step.do) {
    case 'wait':
      return step.seconds;
    case 'notify': {
      const everyAdministrator = step.to === '$administrators';
      const people = everyAdministrator
        ? await administrators(context)
        : [(await fill({ people: step.to })).values.people].flat();
      const kind = context.registry.notifications.get(step.kind);
      for (const person of people)
        if (kind !== undefined && typeof person === 'string')
          await notify(context, { kind, person, object, record: id, cause: run });
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

/** The record that a reference of this record names. */
function targetOf(
  context: Context,
  object: string,
  name: string,
  record: Values,
): { readonly object: string; readonly id: string } | undefined {
  const value = at(record, name);
  if (typeof value === 'object' && value !== null) return value as { object: string; id: string };
  const target = context.registry.objects.get(object)?.fields.get(name)?.target;
  return typeof value === 'string' && target !== undefined ? { object: target, id: value } : undefined;
}

/** A reference may name records of several objects; those that lack a field are passed over. */
function takes(context: Context, object: string, values: Values): boolean {
  const fields = context.registry.objects.get(object)?.fields;
  return Object.keys(values).every((name) => fields?.has(name) === true);
}
