import type { Field } from './field.ts';

/** Whether each value of a field is money in a currency of its own; the sum of a roll-up is in the workspace's. */
export function tellsCurrency({ type, result, rollup }: Field): boolean {
  return type === 'money' || (result === 'money' && rollup === undefined);
}
