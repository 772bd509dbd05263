import { conditionField } from '#kernel/condition-field.ts';
import type { Meta } from '#kernel/meta.ts';
import { isComplete, testFor } from '../tests-of-field.ts';
import {
  type Condition,
  type ConditionGroup,
  type FieldCondition,
  noConditions,
  type RelatedCondition,
} from '../where.ts';

/** A condition of which nothing has been chosen yet. */
export const newCondition: FieldCondition = {
  ...{ kind: 'field', path: '', operator: '', value: null, not: false },
};

/** That there is a related record of a kind that has yet to be chosen. */
export const newRelated: RelatedCondition = {
  ...{ kind: 'related', object: '', by: '', none: false, atLeast: 1 },
  where: noConditions,
};

export const newGroup: ConditionGroup = { ...noConditions, any: true, parts: [newCondition] };

/** What of a draft can be asked: conditions that are not finished are left out. */
export function finished(meta: Meta, object: string, group: ConditionGroup): ConditionGroup {
  return { ...group, parts: group.parts.flatMap((part) => finishedPart(meta, object, part)) };
}

function finishedPart(meta: Meta, object: string, part: Condition): readonly Condition[] {
  if (part.kind === 'group') return [finished(meta, object, part)];
  if (part.kind === 'related')
    return part.object === '' ? [] : [{ ...part, where: finished(meta, part.object, part.where) }];
  const field = conditionField(meta, object, part.path)?.field;
  // What names a field that is gone was finished once: only who removes it takes it away.
  if (!field) return part.path === '' ? [] : [part];
  const test = testFor(field, part);
  return test === undefined || isComplete(test, part.value) ? [part] : [];
}
