import type { Meta } from '#kernel/meta.ts';

/** The manuals of the product, each a page of the documentation, and who is offered it. */
export const manuals: Readonly<
  Record<string, (reader: Pick<Meta['user'], 'administrator' | 'operator'>) => boolean>
> = {
  users: () => true,
  administrators: ({ administrator }) => administrator,
  operation: ({ administrator, operator }) => administrator || operator,
};
