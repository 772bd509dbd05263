import { formula } from '#kernel/field/formula/formula.ts';
import { churnRisk, pause, riskOfComplaints, riskOfPause, riskOfSilence } from './churn-risk/churn-risk.ts';

/** The risk of losing a customer, and what it is made of. */
export const accountFields = {
  churnRisk: formula('percent', churnRisk, { scale: 0 }),
  orderPause: formula('decimal', pause, { scale: 1 }),
  riskOfPause: formula('decimal', riskOfPause, { scale: 0 }),
  riskOfSilence: formula('decimal', riskOfSilence, { scale: 0 }),
  riskOfComplaints: formula('decimal', riskOfComplaints, { scale: 0 }),
};

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'commerceService parties.account': typeof accountFields;
  }
}
