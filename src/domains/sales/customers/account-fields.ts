import { rollup } from '#kernel/field/rollup/rollup.ts';
import { openStages } from '../stages/stages.ts';

const deals = { object: 'sales.opportunity', by: 'account', below: 'parent' } as const;
const open = { stage: { in: openStages } };

/** What sales knows of an account, its subsidiaries included. */
export const accountFields = {
  openOpportunities: rollup({ ...deals, measure: 'count', where: open }),
  openAmount: rollup({ ...deals, measure: 'sum', field: 'amount', where: open }),
  wonAmount: rollup({ ...deals, measure: 'sum', field: 'amount', where: { stage: 'won' } }),
  wonThisYear: rollup({
    ...deals,
    measure: 'sum',
    field: 'amount',
    where: { stage: 'won', closeDate: { in: 'thisYear' } },
  }),
  lastWonOn: rollup({ ...deals, measure: 'max', field: 'closeDate', where: { stage: 'won' } }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'sales parties.account': typeof accountFields;
  }
}
