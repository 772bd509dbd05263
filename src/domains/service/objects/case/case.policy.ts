import { definePolicy } from '#kernel/policy.ts';

/** The whole of service sees every case; an agent changes his own and those that nobody has taken. */
export const casePolicy = definePolicy('service.case', {
  serviceManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  serviceAgent: { read: 'all', create: true, update: { or: [{ owner: { in: '$team' } }, { owner: null }] } },
});
