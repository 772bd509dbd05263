import { createStore, type Store } from './store.ts';

/** What is asked, and how it is answered; undefined by who thinks better of it. */
export type OpenQuestion<Asked, Answer> = Asked & { answer(answer: Answer | undefined): void };

/** Something that a dialog asks wherever its store is followed, and the way to ask it. */
export interface Question<Asked, Answer> {
  /** The question that is open, if any. */
  readonly open: Store<OpenQuestion<Asked, Answer> | undefined>;
  ask(asked: Asked): Promise<Answer | undefined>;
}

export function createQuestion<Asked, Answer>(): Question<Asked, Answer> {
  const open = createStore<OpenQuestion<Asked, Answer> | undefined>(undefined);
  return {
    open,
    ask: (asked) =>
      new Promise((resolve) => {
        open.set({
          ...asked,
          answer(answer) {
            open.set(undefined);
            resolve(answer);
          },
        });
      }),
  };
}
