import type { Grant } from '#kernel/policy.ts';

/** What the whole sales force uses and its managers look after. */
export const catalogueGrants: Readonly<Record<string, Grant<never>>> = {
  salesManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  salesRepresentative: { read: 'all' },
};
