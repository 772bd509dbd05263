import { fieldTypes } from '#kernel/field/types.ts';
import { Unacceptable } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';

/** What a record with this text is found by: the text as it is kept, or the form of a sealed one; undefined for none. */
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
    if (typeof kept !== 'string' || kept === '') return undefined;
    return field.sealed === true ? workspace.seal?.form(kept) : kept;
  } catch (error) {
    if (error instanceof Unacceptable) return undefined;
    throw error;
  }
}
