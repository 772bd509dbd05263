import { fieldTypes } from '#kernel/field/types.ts';
import { Unacceptable } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';

/** A text as a record keeps it, by which it is found; undefined when there is none that could be kept. */
export function keptText(
  { workspace }: Context,
  object: ObjectModel,
  name: string,
  value: unknown,
): string | undefined {
  const field = object.fields.get(name);
  if (typeof value !== 'string' || field === undefined) return undefined;
  try {
    const { currency, rates } = workspace;
    const kept = fieldTypes[field.type].parse(value, field, { currency, currencies: Object.keys(rates) });
    return typeof kept === 'string' && kept !== '' ? kept : undefined;
  } catch (error) {
    if (error instanceof Unacceptable) return undefined;
    throw error;
  }
}
