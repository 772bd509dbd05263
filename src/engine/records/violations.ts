import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { companyIndex, uniqueSets } from '../schema/unique-sets.ts';
import { brokenRule } from './broken-rules.ts';

/** Runs a write; a value that must be unique and is not comes back as a refusal that names the field. */
export async function onField<Result>(object: ObjectModel, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== '23505' || constraint === undefined) throw error;
    const set = uniqueSets(object).find(({ index }) => index === constraint);
    if (set?.rule !== undefined) throw new Refusal('invalid', [brokenRule(set.rule)]);
    if (set !== undefined) throw new Refusal('invalid', [{ field: set.fields[0] ?? '', code: 'notUnique' }]);
    // A rule that was just taken away, whose index is still there.
    if (constraint.endsWith(companyIndex)) throw new Refusal('invalid', [{ field: '', code: 'notUnique' }]);
    if (constraint.endsWith('_pkey')) throw new Refusal('conflict', [{ field: 'id', code: 'notUnique' }]);
    throw error;
  }
}
