import { addressSign, isAddressSign } from '../identity/address-sign.ts';
import { cookieValue } from '../identity/sessions/session-cookie.ts';
import type { LinkPlace } from './link-address.ts';
import type { ViewLink } from './view-link.ts';

const [name, purpose] = ['guanxi_shown', 'shown password'];
const day = 86_400;

/** Whether a link asks for no password, or the browser has its pass for having told it. */
export function hasPassed(
  secret: string,
  { workspace, id }: LinkPlace,
  { password }: ViewLink,
  cookies = '',
): boolean {
  if (password === null) return true;
  return isAddressSign(cookieValue(cookies, name) ?? '', secret, purpose, workspace, id, password);
}

/** The cookie of a browser that has told the password: for this link and this password alone. */
export function passOf(secret: string, { workspace, id }: LinkPlace, { password }: ViewLink) {
  const value = addressSign(secret, purpose, workspace, id, password ?? '');
  return { name, value, seconds: day, path: `/shown/${workspace}/${id}` };
}
