import { readCard } from './business-card/read-card.ts';
import { completenessReports } from './completeness-reports.ts';
import { mayBeReached } from './may-be-reached.ts';
import { legalBases, purposes } from './objects/consent/consent-choices.ts';
import { deriveName } from './person-name/derive-name.ts';

/** What other domains may use of this one. */
export const personName = { derive: deriveName };

export { completenessReports, mayBeReached };

export const consentChoices = { purposes, legalBases };

export const businessCard = { read: readCard };
