import type { Change } from '#kernel/change.ts';
import { shortName } from '#kernel/object-name.ts';
import { asWhole } from '#kernel/registry.ts';
import { standInsFor } from '../duplicates/move-children.ts';
import type { Context } from '../records/context.ts';

/** Records of one object that a change sets values in, by a condition, with the rights of whoever it is done for. */
export interface Reach {
  readonly context: Context;
  /** Short name. */
  readonly object: string;
  readonly where: unknown;
}

type Wide = Extract<Change, { kind: 'updateWhere' | 'updateEverywhere' | 'become' }>;

/** Where a change by a condition reaches: one object, or every object that has the trait. */
export function reachOf(context: Context, change: Wide): readonly Reach[] {
  const acting = actingFor(context, change);
  const whole = asWhole(acting);
  if (change.kind === 'become')
    return standInsFor(whole.registry, change.object, change.becomes.object).map(({ object, name }) => ({
      context: whole,
      object,
      where: { [name]: change.id },
    }));
  const { where } = change;
  if (change.kind === 'updateWhere') return [{ context: acting, object: shortName(change.object), where }];
  return [...whole.registry.objects.values()]
    .filter(({ declaration }) => declaration.traits.some(({ name }) => name === change.trait))
    .map(({ name: object }) => ({ context: whole, object, where }));
}

/** The person himself; where the verb says why, with the rights of the system. */
export function actingFor(context: Context, { asSystem }: Change): Context {
  return asSystem === undefined
    ? context
    : { ...context, actor: { ...context.actor, unlimited: true, reason: asSystem } };
}
