import { createStore } from '#web/kit/store.ts';

/** How much of a series something is meant for. */
export type Reach = 'this' | 'following' | 'all';

interface Question {
  readonly about: 'move' | 'remove';
  answer(reach: Reach | undefined): void;
}

/** The question that is open, if any. */
export const reachQuestion = createStore<Question | undefined>(undefined);

/** Asks how much of a series is meant; undefined when the person thinks better of it. */
export function askReach(about: Question['about']): Promise<Reach | undefined> {
  return new Promise((resolve) => {
    reachQuestion.set({
      about,
      answer(reach) {
        reachQuestion.set(undefined);
        resolve(reach);
      },
    });
  });
}
