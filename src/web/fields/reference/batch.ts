/**
 * Joins requests for single ids that are made in the same moment into one. Every caller gets the value
 * of his id, undefined when the answer holds none.
 */
export function batched<Value>(
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (id: string) => Promise<Value | undefined> {
  let waiting: Set<string> | undefined;
  let answer: Promise<ReadonlyMap<string, Value>> | undefined;
  return async (id) => {
    if (!waiting || !answer) {
      const asked = new Set<string>();
      waiting = asked;
      answer = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => {
        waiting = undefined;
        return load([...asked]);
      });
    }
    waiting.add(id);
    return (await answer).get(id);
  };
}
