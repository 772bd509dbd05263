/** What was done and can be taken back, and what was taken back and can be done again; the latest last. */
export interface EditHistory<T> {
  readonly done: readonly T[];
  readonly undone: readonly T[];
}

/** How many steps are remembered. */
const most = 100;

/** Remembers a step. What had been taken back before it is gone. */
export function remember<T>({ done }: EditHistory<T>, step: T): EditHistory<T> {
  return { done: [...done, step].slice(-most), undone: [] };
}

/** Moves the latest step from one side to the other as it has become; undefined when it could not be made. */
export function moved<T>(
  { done, undone }: EditHistory<T>,
  way: 'undo' | 'redo',
  step: T | undefined,
): EditHistory<T> {
  const add = step === undefined ? [] : [step];
  return way === 'undo'
    ? { done: done.slice(0, -1), undone: [...undone, ...add] }
    : { done: [...done, ...add], undone: undone.slice(0, -1) };
}
