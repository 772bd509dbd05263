import type { Profile } from '@node-saml/node-saml';
import type {
  PendingRequests,
  ProviderClaims,
  SamlClient,
  SamlSettings,
  SamlSide,
} from '#kernel/port/identity-provider.ts';

/** Under what names providers send an address, a name and groups. */
const attributes = {
  email: [
    'email',
    'mail',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    'urn:oid:0.9.2342.19200300.100.1.3',
  ],
  name: [
    'name',
    'displayName',
    'http://schemas.microsoft.com/identity/claims/displayname',
    'urn:oid:2.16.840.1.113730.3.1.241',
  ],
  groups: [
    'groups',
    'memberOf',
    'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
    'http://schemas.xmlsoap.org/claims/Group',
  ],
} as const;

/** SAML 2.0 by `@node-saml/node-saml`, which comes into memory with the first sign-in. */
export async function samlClient(): Promise<SamlClient> {
  const { SAML, ValidateInResponseTo } = await import('@node-saml/node-saml');

  function of(
    { entryPoint, issuer, certificates, acrValues = [] }: SamlSettings,
    side: SamlSide,
    pending?: PendingRequests,
  ) {
    return new SAML({
      ...{ entryPoint, idpIssuer: issuer, idpCert: [...certificates] },
      ...{ issuer: side.entityId, audience: side.entityId, callbackUrl: side.callbackUrl },
      ...{
        wantAssertionsSigned: true,
        wantAuthnResponseSigned: false,
        signatureAlgorithm: 'sha256' as const,
      },
      ...{ identifierFormat: null, acceptedClockSkewMs: 60_000 },
      ...{ disableRequestedAuthnContext: acrValues.length === 0, authnContext: [...acrValues] },
      validateInResponseTo: ValidateInResponseTo.always,
      ...(pending && {
        cacheProvider: {
          async saveAsync(id: string, value: string) {
            await pending.keep(id, value);
            return { value, createdAt: Date.now() };
          },
          getAsync: async (id: string) => (await pending.read(id)) ?? null,
          async removeAsync(id: string | null) {
            if (id !== null) await pending.spend(id);
            return id;
          },
        },
      }),
    });
  }

  return {
    begin: (settings, side, pending, relay) =>
      of(settings, side, pending).getAuthorizeUrlAsync(relay, undefined, {}),
    async finish(settings, side, pending, response) {
      const { profile } = await of(settings, side, pending).validatePostResponseAsync({
        SAMLResponse: response,
      });
      if (profile === null) throw new Error('The provider named nobody.');
      return claimsOf(profile);
    },
    metadata: (settings, side) => of(settings, side).generateServiceProviderMetadata(null, null),
  };
}

function claimsOf(profile: Profile): ProviderClaims {
  const all = (names: readonly string[]): readonly string[] | undefined => {
    const value = names.map((name) => profile[name]).find((found) => found !== undefined);
    return value === undefined ? undefined : [value].flat().map(String);
  };
  const address = all(attributes.email)?.[0] ?? (profile.nameID.includes('@') ? profile.nameID : undefined);
  return {
    ...{ subject: profile.nameID, email: address },
    name: all(attributes.name)?.[0],
    groups: all(attributes.groups),
    acr: contextClassOf(profile),
  };
}

/** The class of the authentication context, as the assertion names it: how its provider knew the person. */
function contextClassOf(profile: Profile): string | undefined {
  const text = profile.getAssertionXml?.() ?? '';
  return /<(?:\w+:)?AuthnContextClassRef[^>]*>\s*([^<\s]+)\s*</.exec(text)?.[1];
}
