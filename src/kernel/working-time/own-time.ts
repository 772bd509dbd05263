import { partsOf } from '../parts-of.ts';
import type { Complaint } from '../problem.ts';
import { type Week, weekFrom } from './week.ts';

/** When one person works, where that is not when the company does: on his own clock. */
export interface OwnTime {
  readonly week: Week;
  /** Whether the holidays and exchanged days of the company hold for him. */
  readonly companyDays: boolean;
}

/** Reads a person's own hours as somebody has sent them; what is wrong is added to the complaints, at its place. */
export function ownTimeFrom(input: unknown, field: string, complaints: Complaint[]): OwnTime {
  const { companyDays = true, week, ...others } = partsOf(input, field, complaints);
  const read = weekFrom(week, `${field}.week`, complaints);
  if (typeof companyDays !== 'boolean')
    complaints.push({ field: `${field}.companyDays`, code: 'notBoolean' });
  for (const name of Object.keys(others))
    complaints.push({ field: `${field}.${name.slice(0, 100)}`, code: 'unknownField' });
  return { week: read, companyDays: companyDays === true };
}
