/** Whether a site may show a form: the product itself, one that the form names, or any if it says `*`. */
export function isAllowedOrigin(
  origin: string | undefined,
  allowed: readonly string[],
  own: string,
): boolean {
  if (origin === undefined || origin === new URL(own).origin || allowed.includes('*')) return true;
  return allowed.some((one) => matches(origin, one));
}

/** `https://www.example.cn`, `www.example.cn` over either scheme, `*.example.cn` for whatever lies below. */
function matches(origin: string, allowed: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  const [, scheme, name = ''] = /^(?:(https?:)\/\/)?([^/]+)\/?$/i.exec(allowed) ?? [];
  if (scheme !== undefined && scheme.toLowerCase() !== protocol) return false;
  const wanted = name.toLowerCase();
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

/** The same list as browsers want it for frames. */
export function frameAncestors(allowed: readonly string[]): string {
  const named = allowed.filter((one) => /^(https?:\/\/)?[\w.*:-]+\/?$/.test(one));
  return ["'self'", ...named].join(' ');
}
