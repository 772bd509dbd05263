import type { Fragment } from './fragment.ts';
import { isSlot } from './fragment.ts';

/** A piece of SQL with its values written into it, for definitions, which take no parameters. */
export function asText({ texts, values }: Fragment): string {
  return texts.reduce((text, next, index) => `${text}${written(values[index - 1])}${next}`);
}

function written(value: unknown): string {
  if (isSlot(value)) throw new Error(`${value.slot} is known only when a statement runs`);
  if (value === null || value === undefined) return 'null';
  return quotation(Array.isArray(value) ? `{${value.map(element).join()}}` : String(value));
}

function element(item: unknown): string {
  return item === null ? 'null' : `"${String(item).replace(/["\\]/g, '\\$&')}"`;
}

function quotation(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
