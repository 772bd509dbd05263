interface Cookie {
  readonly name: string;
  readonly value: string;
  /** How long it is kept; as long as the browser runs when absent. */
  readonly seconds?: number | undefined;
  readonly path?: string;
}

/** A Set-Cookie header: out of reach of scripts and of other sites, and over https only where that is spoken. */
export function cookieText(baseUrl: string, { name, value, seconds, path = '/' }: Cookie): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}${age}; Path=${path}; HttpOnly${secure}; SameSite=Lax`;
}
