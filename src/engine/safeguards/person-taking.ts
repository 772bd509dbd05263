import type { Limits } from '#kernel/taking-limits.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { type Leaving, limitsOf } from './limits.ts';
import { type Safeguards, safeguardsColumn, safeguardsIn } from './safeguards.ts';

/** Who sees what the actor asks for: he himself, or the administrator who acts as him. Null for the system. */
export function takerOf({ id, impersonator }: Actor): string | null {
  return impersonator?.id ?? id;
}

/** SQL of a `Leaving` as JSON, null where the person whose id is given by SQL does not leave. */
export function leavingColumn(
  { registry, workspace }: Pick<Context, 'registry' | 'workspace'>,
  person: string,
): string {
  const leaving = registry.purposes.get('leaving');
  if (leaving === undefined) return 'null::json';
  return `(select json_build_object('exportsPerDay', l."exportsPerDay") from ${quoted(workspace.schema)}.${quoted(leaving.name)} l
    where l.person = ${person} and l."deletedAt" is null limit 1)`;
}

/** What applies to one person now. */
export async function limitsOfPerson(context: Context, person: string): Promise<Limits> {
  const { safeguards, roles, leaving } = await standingOf(context, person);
  return limitsOf(safeguards, roles, leaving);
}

/** Whether the name of whoever looks stands over every page that he sees. */
export async function isWatermarked(context: Context): Promise<boolean> {
  const person = takerOf(context.actor);
  if (person === null) return false;
  const { safeguards, roles, leaving } = await standingOf(context, person);
  const { watermark } = safeguards;
  return (watermark.leaving && leaving !== null) || roles.some((role) => watermark.roles.includes(role));
}

interface PersonStanding {
  readonly safeguards: Safeguards;
  readonly roles: readonly string[];
  readonly leaving: Leaving | null;
}

async function standingOf(context: Context, person: string): Promise<PersonStanding> {
  const { database, registry, workspace } = context;
  const [row] = await database.run(
    `select ${safeguardsColumn(workspace.schema)}, to_json(p.roles), ${leavingColumn(context, 'p.id')}
     from ${quoted(workspace.schema)}.${quoted(registry.people)} p where p.id = $1::uuid`,
    [person],
  );
  const [rules, roles, leaving] = row ?? [];
  return {
    safeguards: safeguardsIn(rules),
    roles: (JSON.parse(roles ?? '[]') as readonly string[] | null) ?? [],
    leaving: leaving ? (JSON.parse(leaving) as Leaving) : null,
  };
}
