import type { Likeness } from '#kernel/likeness.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, type Page } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { readableRules } from './find-duplicates.ts';

/** By what all records of an object are compared. Sealed values come out of no list; the look at one record compares them. */
export function rulesToCompareBy(context: Context, objectName: string): readonly Likeness[] {
  const object = objectNamed(context.registry, objectName);
  return readableRules(context, object).filter(({ field }) => !object.fields.get(field)?.sealed);
}

/** Every live record that the actor may see, page by page, with what is compared of it. */
export async function* recordsToCompare(
  context: Context,
  objectName: string,
  rules: readonly Likeness[],
): AsyncGenerator<Page> {
  if (rules.length === 0) return;
  const select = [...new Set(rules.map(({ field }) => field))];
  let cursor: string | undefined;
  do {
    const page = await listRecords(context, objectName, {
      ...{ select, sort: 'id', limit: listLimits.most },
      ...(cursor !== undefined && { cursor }),
    });
    yield page;
    cursor = page.next;
  } while (cursor !== undefined);
}
