import type { Likeness } from '#kernel/likeness.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { readableRules } from './find-duplicates.ts';

type Values = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Every live record that the actor may see, with what is compared of it, and by what. Between two pages of them it is
 * asked whether it goes on; undefined when not.
 */
export async function recordsToCompare(
  context: Context,
  objectName: string,
  goesOn: () => Promise<boolean>,
): Promise<{ readonly rules: readonly Likeness[]; readonly records: readonly Values[] } | undefined> {
  const object = objectNamed(context.registry, objectName);
  // Sealed values come out of no list; the unique index and the look at one record compare them.
  const rules = readableRules(context, object).filter(({ field }) => !object.fields.get(field)?.sealed);
  if (rules.length === 0) return { rules, records: [] };
  const fields = [...new Set([object.declaration.nameField, ...rules.map(({ field }) => field)])];
  const records: Values[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(context, objectName, {
      ...{ select: fields, sort: 'id', limit: listLimits.most },
      ...(cursor !== undefined && { cursor }),
    });
    records.push(...recordsIn<Values>(page));
    if (!(await goesOn())) return undefined;
    cursor = page.next;
  } while (cursor !== undefined);
  return { rules, records };
}
