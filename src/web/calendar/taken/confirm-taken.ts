import type { ObjectMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';
import { needTexts } from '#web/i18n/i18n.ts';
import { createQuestion } from '#web/kit/question.ts';
import { askTaken, type Foreseen, type Intended, timesAndPeople } from './taken-then.ts';

/** Asks what is to be done where somebody is taken up. */
export const takenQuestion = createQuestion<{ readonly foreseen: Foreseen }, Values>();

/**
 * What is to be saved after all, where somebody is taken up then: what was meant, at another time when all are free, or
 * nothing. Where nobody is, or it cannot be told, nobody is asked.
 */
export async function confirmTaken(object: ObjectMeta, intended: Intended): Promise<Values | undefined> {
  const { values } = intended;
  const { occurs } = object;
  const asked = timesAndPeople(object, values);
  if (occurs === undefined || Object.keys(asked).length === 0) return values;
  const foreseen = await askTaken(object.name, { ...intended, values: asked }).catch(() => undefined);
  if (foreseen === undefined || foreseen.taken.length === 0) return values;
  await needTexts('taken');
  const proceeding = await takenQuestion.ask({ foreseen });
  return proceeding && { ...values, ...proceeding };
}
