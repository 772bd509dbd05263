import { call, type Expression, literal } from '#kernel/expression/expression.ts';
import type { SharedAs } from '#kernel/expression/shared-as.ts';
import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { Actor } from './actor.ts';
import { conditionOn } from './condition-on.ts';
import type { StandingRule } from './standing.ts';

/** The conditions under which a record is shared with the actor in this way: one by one, and by each rule. */
export function sharedAs(
  registry: Registry,
  object: ObjectModel,
  as: SharedAs,
  { standing }: Actor,
): readonly Expression[] {
  if (standing === undefined || !isShareable(object)) return [];
  const single = standing.shared.includes(object.name) ? [call('shared', literal('text', as))] : [];
  const rules = standing.rules.filter((rule) => rule.object === object.name && grants(rule, as));
  return [...single, ...rules.flatMap(({ where }) => understood(registry, object, where))];
}

/** Whether its records can be shared one by one: those that somebody owns and that are no part of another. */
export function isShareable({ declaration }: ObjectModel): boolean {
  return (
    declaration.partOf === undefined &&
    declaration.unites === undefined &&
    declaration.traits.some(({ name }) => name === 'ownable')
  );
}

function grants({ access, territory }: StandingRule, as: SharedAs): boolean {
  return as === 'territory' ? territory : as === 'read' || access === 'update';
}

/** A rule whose fields have since gone shares nothing. */
function understood(registry: Registry, object: ObjectModel, where: unknown): readonly Expression[] {
  try {
    return [conditionOn(registry, object, where)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
