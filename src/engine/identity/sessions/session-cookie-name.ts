/** Name of the session cookie; the prefix makes browsers insist on https for it. */
export function sessionCookieName(baseUrl: string): string {
  return `${baseUrl.startsWith('https:') ? '__Secure-' : ''}guanxi.session_token`;
}
