import { useConditionWords } from '#web/views/filters/use-condition-words.ts';
import { readWhere } from '#web/views/filters/where.ts';

/** A condition that an entry tells of, as filters of lists say it. */
export function SaidCondition({ object, where }: { readonly object: string; readonly where: unknown }) {
  const condition = readWhere(where);
  return useConditionWords(object, [condition])(condition);
}
