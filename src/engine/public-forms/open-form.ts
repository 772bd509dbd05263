import { Refusal } from '#kernel/problem.ts';
import type { PublicForm, ShownForm } from '#kernel/public-form.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { asSystem } from '../access/actor.ts';
import type { Context } from '../records/context.ts';
import { decisionFor } from '../records/decision.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { knownId } from '../records/read.ts';

type Language = 'en' | 'zh-CN';

/** A form that is open to strangers. */
export interface OpenForm {
  readonly object: ObjectModel;
  readonly declaration: PublicForm;
  readonly record: { readonly id: string };
  readonly shown: ShownForm;
}

/** Nobody is signed in: what a form does, the system does on behalf of whoever made the form. */
export function strangerContext(context: Omit<Context, 'actor'>, locale: Language): Context {
  const actor = asSystem('A stranger fills in a public form.');
  return { ...context, actor: { ...actor, locale, timeZone: context.workspace.timeZone } };
}

/** The form with this id, as it is shown in a language; one that is closed is not there. */
export async function openForm(context: Context, id: string, language: Language): Promise<OpenForm> {
  const form = await findForm(context, id);
  const shown = await form?.declaration.show(form.record as never, language, decisionFor(context));
  if (form === undefined || shown === undefined) throw new Refusal('notFound');
  return { ...form, shown };
}

/** The form with this id, open or not; with `bin`, one that was deleted. */
export async function findForm(
  context: Context,
  id: string,
  bin = false,
): Promise<Omit<OpenForm, 'shown'> | undefined> {
  for (const object of formObjects(context.registry)) {
    const { publicForm: declaration } = object;
    const page = await listRecords(context, object.name, { where: { id: knownId(id) }, limit: 1, bin });
    const [record] = recordsIn<{ readonly id: string }>(page);
    if (record !== undefined && declaration !== undefined) return { object, declaration, record };
  }
  return undefined;
}

function formObjects(registry: Registry): readonly ObjectModel[] {
  return [...registry.objects.values()].filter(({ publicForm }) => publicForm !== undefined);
}
