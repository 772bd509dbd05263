import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { asDependents, type Dependent } from './consequences.ts';
import { recordsNamingChoices } from './records-naming.ts';

/** What hangs on choices of a field: told before they go. */
export interface ChoiceConsequences {
  /** Records that hold one of them, those in the bin too. */
  readonly filled: number;
  readonly dependents: readonly Dependent[];
}

/** What speaks of choices of a field and what holds them. */
export async function choiceConsequencesOf(
  context: Context,
  object: string,
  name: string,
  choices: readonly string[],
): Promise<ChoiceConsequences> {
  const field = context.registry.objects.get(object)?.fields.get(name);
  if (field?.choices === undefined) throw new Refusal('notFound');
  const column = `t.${quoted(name)}`;
  const holds = field.type === 'multiChoice' ? `${column} && $1::text[]` : `${column} = any($1::text[])`;
  const [row] = await context.database.run(
    `select count(*) from ${quoted(context.workspace.schema)}.${quoted(object)} t where ${holds}`,
    [choices],
  );
  const records = await recordsNamingChoices(context, object, name, choices);
  return { filled: Number(row?.[0]), dependents: asDependents(records) };
}
