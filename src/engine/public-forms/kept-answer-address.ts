import { addressSign, isAddressSign } from '../identity/address-sign.ts';

const purpose = 'kept answers';

/** An answer to a form, as an address names it. */
export interface AnswerPlace {
  readonly workspace: string;
  readonly form: string;
  readonly answer: string;
}

/** Where somebody comes back to what he has answered; signed, as whoever knows it may change the answer. */
export function keptAnswerPath(secret: string, { workspace, form, answer }: AnswerPlace): string {
  return `/forms/${workspace}/${form}/${answer}/${addressSign(secret, purpose, workspace, form, answer)}`;
}

/** Whether it was we who made it. */
export function isKeptAnswerSign(
  sign: string,
  secret: string,
  { workspace, form, answer }: AnswerPlace,
): boolean {
  return isAddressSign(sign, secret, purpose, workspace, form, answer);
}
