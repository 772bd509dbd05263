import { addressSign, isAddressSign } from '../identity/address-sign.ts';

const purpose = 'shown';

/** A link as its address names it. */
export interface LinkPlace {
  readonly workspace: string;
  readonly id: string;
}

/** Where a view is shown to strangers; signed, so that nobody guesses one. */
export function shownPath(secret: string, { workspace, id }: LinkPlace): string {
  return `/shown/${workspace}/${id}/${addressSign(secret, purpose, workspace, id)}`;
}

/** Whether it was we who made it. */
export function isShownSign(sign: string, secret: string, { workspace, id }: LinkPlace): boolean {
  return isAddressSign(sign, secret, purpose, workspace, id);
}
