import { rollup } from '#kernel/field/rollup/rollup.ts';
import { openStatuses } from '../objects/case/case-status.ts';

const open = { status: { in: [...openStatuses] } };
const cases = { object: 'service.case', by: 'account', measure: 'count' } as const;

/** What service knows of an account: its open cases with those of its subsidiaries, and its own complaints. */
export const accountFields = {
  openCases: rollup({ ...cases, below: 'parent', where: open }),
  openComplaints: rollup({ ...cases, where: { ...open, kind: 'complaint' } }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'service parties.account': typeof accountFields;
  }
}
