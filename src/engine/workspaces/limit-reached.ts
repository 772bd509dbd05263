import { Refusal } from '#kernel/problem.ts';
import type { LimitName } from './limits.ts';

const codes: Readonly<Record<LimitName, string>> = {
  people: 'peopleLimit',
  records: 'recordLimit',
  storage: 'storageLimit',
  requests: 'requestLimit',
  imports: 'importLimit',
};

/** Says which limit of the company is reached and how high it is. */
export function limitReached(limit: LimitName, most: number): Refusal {
  const code = codes[limit];
  return new Refusal('forbidden', [{ field: '', code, parameters: { most } }], { code, limit, most });
}
