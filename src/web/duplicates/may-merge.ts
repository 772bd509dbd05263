import type { ObjectMeta } from '#kernel/meta.ts';

/** Whether two records of an object may be told to be one, and this person may make them one. */
export function mayMerge({ duplicates, can }: ObjectMeta): boolean {
  return duplicates && can.update && can.delete;
}
