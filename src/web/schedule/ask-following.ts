import { createStore } from '#web/kit/store.ts';
import type { Moves } from './following.ts';

/** What may move with a bar. */
export interface Following {
  readonly name: string;
  readonly days: number;
  /** Everything that comes after it. */
  readonly along: Moves;
  /** What else would begin too early. */
  readonly pushed: Moves;
}

interface Question extends Following {
  answer(moves: Moves | undefined): void;
}

/** The question that is open, if any. */
export const followingQuestion = createStore<Question | undefined>(undefined);

/** Asks what is to move with a bar; undefined when the person thinks better of it. */
export function askFollowing(following: Following): Promise<Moves | undefined> {
  return new Promise((resolve) => {
    followingQuestion.set({
      ...following,
      answer(moves) {
        followingQuestion.set(undefined);
        resolve(moves);
      },
    });
  });
}
