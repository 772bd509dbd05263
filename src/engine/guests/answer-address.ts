import { addressSign, isAddressSign } from '../identity/address-sign.ts';

const purpose = 'guests';

/** Where a guest answers without signing in: the address names his invitation and is signed, so that nobody guesses one. */
export function answerAddress(baseUrl: string, secret: string, workspace: string, id: string): string {
  return `${baseUrl}/guests/${workspace}/${id}/${addressSign(secret, purpose, workspace, id)}`;
}

/** Whether it was we who made it. */
export function isSigned(secret: string, workspace: string, id: string, sign: string): boolean {
  return isAddressSign(sign, secret, purpose, workspace, id);
}
