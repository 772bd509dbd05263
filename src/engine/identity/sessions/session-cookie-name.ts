/** Name of the session cookie; the prefix makes browsers insist on https for it, and on this host alone. */
export function sessionCookieName(baseUrl: string): string {
  return `${baseUrl.startsWith('https:') ? '__Host-' : ''}guanxi.session_token`;
}
