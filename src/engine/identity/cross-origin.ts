import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of another site made the browser send this request. Only browsers can be tricked into that, and
 * they say where a page comes from: by Sec-Fetch-Site, and where that is not sent (plain http) by Origin.
 */
export function isCrossOrigin(headers: IncomingHttpHeaders, trustedOrigins: readonly string[] = []): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && trustedOrigins.includes(origin)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && hostOf(origin) !== host;
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
