import { isErasable } from '#kernel/personal.ts';
import { labelsOf } from '../http/labels.ts';
import type { Context } from '../records/context.ts';
import { tellingFields } from './data-uses.ts';
import type { Called } from './register.ts';
import { activeRules } from './retention.ts';

/** A rule of retention as the stated uses of an object's data suggest it. */
export interface SuggestedRetention {
  readonly object: Called;
  /** The longest that any of its fields is needed. */
  readonly months: number;
  /** That of the rule in force for all its records. */
  readonly inForce: number | null;
}

/** For every object from which people are erased: what is said of how long its data are needed. */
export async function suggestedRetention(context: Context): Promise<readonly SuggestedRetention[]> {
  const labels = labelsOf(context.registry, context.actor.locale);
  const rules = await activeRules(context);
  const groups = Map.groupBy(await tellingFields(context), ({ object }) => object);
  return [...groups].flatMap(([object, fields]) => {
    const months = Math.max(...fields.map(({ use }) => use?.months ?? 0));
    if (months === 0 || !isErasable(object.declaration)) return [];
    const own = rules.filter((rule) => rule.object === object.name && rule.effect === 'erase' && !rule.where);
    return {
      object: { value: object.name, label: labels.object(object, 'plural') },
      months,
      inForce: own.length === 0 ? null : Math.min(...own.map((rule) => rule.months)),
    };
  });
}
