/** A system that vouches for people, as an administrator sees it. */
export interface StoredProvider {
  readonly id: string;
  readonly kind: 'oidc' | 'saml';
  readonly label: string;
  readonly settings: Readonly<Record<string, string | readonly string[]>>;
  readonly domains: readonly string[];
  readonly provision: boolean;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly defaultRoles: readonly string[];
  readonly enabled: boolean;
  /** Where the provider sends people back. */
  readonly callback: string;
  readonly metadata?: string;
}

/** What the form holds: each setting as it is typed. */
export interface ProviderDraft {
  readonly kind: 'oidc' | 'saml';
  readonly label: string;
  readonly domains: string[];
  readonly provision: boolean;
  readonly enabled: boolean;
  readonly defaultRoles: string[];
  /** One line for each group: `group = role, role`. */
  readonly groups: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly entryPoint: string;
  readonly certificate: string;
  readonly acrValues: string[];
  readonly amrValues: string[];
}

export function draftOf(provider: StoredProvider | undefined): ProviderDraft {
  const list = (name: string) => [provider?.settings[name] ?? []].flat();
  const text = (name: string) => [provider?.settings[name] ?? ''].flat().join('\n');
  return {
    kind: provider?.kind ?? 'oidc',
    label: provider?.label ?? '',
    domains: [...(provider?.domains ?? [])],
    provision: provider?.provision ?? false,
    enabled: provider?.enabled ?? true,
    defaultRoles: [...(provider?.defaultRoles ?? [])],
    groups: Object.entries(provider?.roles ?? {})
      .map(([group, roles]) => `${group} = ${roles.join(', ')}`)
      .join('\n'),
    issuer: text('issuer'),
    clientId: text('clientId'),
    clientSecret: '',
    entryPoint: text('entryPoint'),
    certificate: text('certificates'),
    acrValues: list('acrValues'),
    amrValues: list('amrValues'),
  };
}

/** The draft as the server takes it. */
export function providerOf({ groups, certificate, clientSecret, ...draft }: ProviderDraft): object {
  const roles = groups
    .split('\n')
    .map((line) => line.split('='))
    .filter(([group = '']) => group.trim() !== '')
    .map(([group = '', names = '']) => [
      group.trim(),
      names
        .split(/[,，]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ]);
  return {
    ...draft,
    roles: Object.fromEntries(roles),
    ...(clientSecret !== '' && { clientSecret }),
    certificates: certificate.split(/(?<=-----END CERTIFICATE-----)\s*/).filter((each) => each.trim() !== ''),
  };
}
