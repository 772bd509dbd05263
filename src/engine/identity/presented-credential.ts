import { apiKeyPattern } from './api-key-text.ts';
import { cookieValue } from './sessions/session-cookie.ts';

/** The part of a request's headers that says who is asking. */
export interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

export interface PresentedCredential {
  readonly via: 'session' | 'apiKey';
  readonly text: string;
}

/**
 * What a request shows for itself. A bearer key counts before the cookie, and a bad one is not made good by it;
 * other authorization schemes belong to proxies in front of the product.
 */
export function presentedCredential(
  headers: CredentialHeaders,
  cookieName: string,
): PresentedCredential | undefined {
  const { authorization, cookie } = headers;
  if (authorization !== undefined && /^bearer /i.test(authorization)) {
    const text = authorization.slice('bearer '.length).trim();
    return apiKeyPattern.test(text) ? { via: 'apiKey', text } : undefined;
  }
  const text = cookie === undefined ? undefined : cookieValue(cookie, cookieName);
  return text === undefined ? undefined : { via: 'session', text };
}
