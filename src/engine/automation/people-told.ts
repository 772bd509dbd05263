import type { Step } from '#kernel/automation.ts';
import type { Regarding } from '#kernel/field/regarding/regarding.ts';
import { administrators } from '../people/administrators.ts';
import { followersOf } from '../people/followers.ts';
import type { Context } from '../records/context.ts';
import { type Subject, valuesFor } from './step-values.ts';

type Notify = Extract<Step, { readonly do: 'notify' }>;
/** The ids of the people whom a step tells, each once. */
export async function peopleTold(
  context: Context,
  { to, of, except }: Notify,
  subject: Subject,
): Promise<readonly string[]> {
  const named = [to].flat().filter((one) => one !== '$administrators' && one !== '$followers');
  const { object, id } = subject;
  const given = { people: named, of: of ?? null, except: except ?? null };
  const { values } = await valuesFor(context, subject, given);
  // Those who follow the record itself, where nothing else is named.
  const followed = (of === undefined ? { object, id } : values.of) as Regarding | null;
  const people = [
    ...(values.people as readonly unknown[]).flat(),
    ...(to.includes('$administrators') ? await administrators(context) : []),
    ...(to.includes('$followers') ? await followers(context, followed) : []),
  ];
  const others = [values.except].flat();
  return [...new Set(people)].filter(
    (person): person is string => typeof person === 'string' && !others.includes(person),
  );
}

async function followers(context: Context, of: Regarding | null): Promise<readonly string[]> {
  return of === null ? [] : (await followersOf(context, of.object, of.id)).map(({ id }) => id);
}
