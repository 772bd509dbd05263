import { X509Certificate } from 'node:crypto';
import { textInput } from '#kernel/field/text-input.ts';
import type { OidcSettings, SamlSettings } from '#kernel/port/identity-provider.ts';
import { Refusal, Unacceptable } from '#kernel/problem.ts';
import { optional, readBody, required } from '../read-body.ts';

interface Admission {
  readonly label: string;
  /** Of addresses for which the provider may vouch. */
  readonly domains: readonly string[];
  /** Whether somebody whom nobody has entered yet is let in, and entered. */
  readonly provision: boolean;
  /** Which roles the members of a group have; what is not named changes nothing. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Of those who are entered and in no group that is named. */
  readonly defaultRoles: readonly string[];
  readonly enabled: boolean;
}

export type ProviderInput = Admission &
  (
    | { readonly kind: 'oidc'; readonly settings: OidcSettings }
    | { readonly kind: 'saml'; readonly settings: SamlSettings }
  );

/** Reads what an administrator says of a provider; a secret that is not said again stays as it was. */
export function readProvider(
  body: unknown,
  roles: ReadonlySet<string>,
  before?: ProviderInput,
): ProviderInput {
  const names = (input: unknown) => roleNames(input, roles);
  const admission = readBody(body, {
    label: required((input) => textInput(input, 60)),
    domains: required(domainNames),
    provision: (input) => optional(truth)(input) ?? false,
    roles: (input) => optional((given) => groupRoles(given, names))(input) ?? {},
    defaultRoles: (input) => optional(names)(input) ?? [],
    enabled: (input) => optional(truth)(input) ?? true,
  });
  const { kind } = readBody(body, { kind: required(kindName) });
  if (kind === 'oidc') {
    const kept = before?.kind === 'oidc' ? before.settings.clientSecret : undefined;
    const settings = readBody(body, {
      issuer: required(address),
      clientId: required((input) => textInput(input, 300)),
      clientSecret: optional((input) => textInput(input, 500)),
      acrValues: optional(wordsOf),
      amrValues: optional(wordsOf),
    });
    const clientSecret = settings.clientSecret || kept;
    if (!clientSecret) throw new Refusal('invalid', [{ field: 'clientSecret', code: 'required' }]);
    return { ...admission, kind, settings: { ...settings, clientSecret } };
  }
  const settings = readBody(body, {
    entryPoint: required(address),
    issuer: required((input) => textInput(input, 500)),
    certificates: required(certificates),
    acrValues: optional(wordsOf),
  });
  return { ...admission, kind, settings };
}

function kindName(input: unknown): 'oidc' | 'saml' {
  if (input !== 'oidc' && input !== 'saml') throw new Unacceptable('notProviderKind');
  return input;
}

function truth(input: unknown): boolean {
  if (typeof input !== 'boolean') throw new Unacceptable('notBoolean');
  return input;
}

function address(input: unknown): string {
  const text = textInput(input, 500);
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new Unacceptable('notWebAddress');
  return text;
}

/** Words without spaces, as providers call levels and methods. */
function wordsOf(input: unknown): readonly string[] {
  if (!Array.isArray(input) || input.length > 20) throw new Unacceptable('notText');
  return input.map((each) => {
    const word = textInput(each, 200);
    if (!/^\S+$/.test(word)) throw new Unacceptable('notText');
    return word;
  });
}

function domainNames(input: unknown): readonly string[] {
  if (!Array.isArray(input) || input.length === 0 || input.length > 100) throw new Unacceptable('notDomains');
  return input.map((each) => {
    const domain = String(each).trim().toLowerCase();
    if (!/^([a-z0-9][a-z0-9-]*\.)+[a-z0-9-]{2,}$/.test(domain)) throw new Unacceptable('notDomains');
    return domain;
  });
}

function roleNames(input: unknown, known: ReadonlySet<string>): readonly string[] {
  if (!Array.isArray(input) || !input.every((role) => known.has(role))) throw new Unacceptable('notRoles');
  return [...new Set(input as string[])];
}

function groupRoles(input: unknown, names: (input: unknown) => readonly string[]) {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new Unacceptable('notRoles');
  return Object.fromEntries(Object.entries(input).map(([group, roles]) => [group, names(roles)]));
}

/** In PEM, or as base64 alone, as a provider's metadata has it. */
function certificates(input: unknown): readonly string[] {
  const given = typeof input === 'string' ? [input] : input;
  if (!Array.isArray(given) || given.length === 0 || given.length > 5)
    throw new Unacceptable('notCertificate');
  return given.map((each) => {
    const body = String(each).replace(/-----(BEGIN|END) CERTIFICATE-----|\s/g, '');
    const pem = `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`;
    try {
      return new X509Certificate(pem).toString();
    } catch {
      throw new Unacceptable('notCertificate');
    }
  });
}
