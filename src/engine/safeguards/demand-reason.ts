import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { takerOf } from './person-taking.ts';
import { readSafeguards } from './safeguards.ts';

const longest = 300;

/**
 * Refuses an export of what tells of people that says neither what it is for nor why, where the company asks for that:
 * not every purpose needs permission, but whoever takes people along must be able to say it. Gives the reason, if any.
 */
export async function demandReason(
  context: Context,
  objectName: string,
  { for: use, reason = '' }: { readonly for?: string; readonly reason?: string },
): Promise<string | undefined> {
  const said = reason.trim();
  if (said.length > longest)
    throw new Refusal('invalid', [{ field: 'reason', code: 'tooLong', parameters: { maxLength: longest } }]);
  if (said !== '' || use !== undefined || takerOf(context.actor) === null) return said || undefined;
  const { allFields } = objectNamed(context.registry, objectName);
  if (![...allFields.values()].some(({ personal }) => personal !== undefined)) return undefined;
  if ((await readSafeguards(context)).exportReason)
    throw new Refusal('invalid', [{ field: 'reason', code: 'exportReason' }]);
  return undefined;
}
