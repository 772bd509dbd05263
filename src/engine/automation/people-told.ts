import type { Step } from '#kernel/automation.ts';
import type { Regarding } from '#kernel/field/regarding/regarding.ts';
import { administrators } from '../people/administrators.ts';
import { followersOf } from '../people/followers.ts';
import type { Context } from '../records/context.ts';

type Notify = Extract<Step, { readonly do: 'notify' }>;
type Fill = (values: Readonly<Record<string, unknown>>) => Promise<{
  readonly values: Readonly<Record<string, unknown>>;
}>;

/** The ids of the people whom a step tells. */
export async function peopleTold(
  context: Context,
  { to, of, except }: Notify,
  fill: Fill,
): Promise<readonly string[]> {
  if (to === '$administrators') return administrators(context);
  const following = to === '$followers';
  const { values } = await fill({
    people: following ? null : to,
    of: of ?? null,
    except: except ?? null,
  });
  const people = following ? await followers(context, values.of as Regarding | null) : values.people;
  const others = [values.except].flat();
  return [people]
    .flat()
    .filter((person): person is string => typeof person === 'string' && !others.includes(person));
}

async function followers(context: Context, of: Regarding | null): Promise<readonly string[]> {
  return of === null ? [] : (await followersOf(context, of.object, of.id)).map(({ id }) => id);
}
