import type { ObjectMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';
import { needTexts } from '#web/i18n/i18n.ts';
import { createStore } from '#web/kit/store.ts';
import { askTaken, type Foreseen, type Intended, timesAndPeople } from './taken-then.ts';

interface Question {
  readonly foreseen: Foreseen;
  answer(values: Values | undefined): void;
}

/** The question that is open, if any. */
export const takenQuestion = createStore<Question | undefined>(undefined);

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
  return new Promise((resolve) => {
    takenQuestion.set({
      foreseen,
      answer(proceeding) {
        takenQuestion.set(undefined);
        resolve(proceeding && { ...values, ...proceeding });
      },
    });
  });
}
