import { createHmac, timingSafeEqual } from 'node:crypto';

/** The raw value of one cookie in a Cookie header; the first one wins, as browsers put the most specific first. */
export function cookieValue(header: string, name: string): string | undefined {
  let at = header.indexOf(`${name}=`);
  while (at > 0 && header[at - 1] !== ' ' && header[at - 1] !== ';') at = header.indexOf(`${name}=`, at + 1);
  if (at < 0) return undefined;
  const start = at + name.length + 1;
  const end = header.indexOf(';', start);
  return header.slice(start, end < 0 ? undefined : end).trim() || undefined;
}

/** How a session's token is carried: `token.signature`, so that a made-up one costs no look into the database. */
export function signedToken(token: string, secret: string): string {
  return `${token}.${signature(token, secret).toString('base64')}`;
}

/** The session token inside a cookie's value, percent-encoded, when the signature is ours. */
export function sessionToken(value: string, secret: string): string | undefined {
  const decoded = percentDecoded(value);
  const dot = decoded?.lastIndexOf('.') ?? -1;
  if (decoded === undefined || dot < 1) return undefined;
  const token = decoded.slice(0, dot);
  const given = Buffer.from(decoded.slice(dot + 1), 'base64');
  const ours = signature(token, secret);
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : undefined;
}

function signature(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

function percentDecoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
