import type {
  OidcClient,
  OidcExchange,
  OidcSettings,
  ProviderClaims,
} from '#kernel/port/identity-provider.ts';
import { fetchOutside } from '../outgoing/fetch-outside.ts';
import type { Reach } from '../outgoing/post-outside.ts';

/** Milliseconds for which what a provider says of itself is believed. */
const believed = 600_000;

/** OpenID Connect by `openid-client`, which comes into memory with the first sign-in. */
export function oidcClient(reach: Reach = {}): OidcClient {
  const known = new Map<string, { configuration: ReturnType<typeof discover>; until: number }>();

  function configurationOf(settings: OidcSettings) {
    const key = JSON.stringify(settings);
    const found = known.get(key);
    if (found !== undefined && found.until > Date.now()) return found.configuration;
    const configuration = discover(settings, reach);
    configuration.catch(() => known.delete(key));
    known.set(key, { configuration, until: Date.now() + believed });
    return configuration;
  }

  return {
    async begin(settings, { redirectUri, state, nonce, verifier }) {
      const client = await import('openid-client');
      const address = client.buildAuthorizationUrl(await configurationOf(settings), {
        ...{ redirect_uri: redirectUri, scope: 'openid email profile', state, nonce },
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(settings.acrValues?.length && { acr_values: settings.acrValues.join(' ') }),
      });
      return address.href;
    },
    async finish(settings, exchange, returned) {
      const client = await import('openid-client');
      const configuration = await configurationOf(settings);
      const tokens = await client.authorizationCodeGrant(configuration, addressOf(exchange, returned), {
        ...{ expectedState: exchange.state, expectedNonce: exchange.nonce },
        ...{ pkceCodeVerifier: exchange.verifier, idTokenExpected: true },
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider gave no ID token.');
      // Some providers put no more into the token than the subject.
      const more =
        claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : {};
      return claimsOf({ ...more, ...claims });
    },
  };
}

/** The address that the provider was told, with what it added; a proxy may have changed the one that arrived. */
function addressOf({ redirectUri }: OidcExchange, returned: URL): URL {
  return new URL(`${redirectUri}${returned.search}`);
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings, reach: Reach) {
  const client = await import('openid-client');
  const plain = reach.loopback === true && issuer.startsWith('http:');
  const options = {
    ...(plain && { execute: [client.allowInsecureRequests] }),
    [client.customFetch]: (address: string, { method, headers, body }: SentByClient) =>
      fetchOutside(
        address,
        { method, headers, body: body === undefined || body === null ? undefined : String(body) },
        reach,
      ),
  };
  const authentication = client.ClientSecretBasic(clientSecret);
  return client.discovery(new URL(issuer), clientId, undefined, authentication, options);
}

interface SentByClient {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

function claimsOf(claims: Readonly<Record<string, unknown>>): ProviderClaims {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const { sub, email, email_verified: verified, name, groups, roles, acr, amr } = claims;
  const listed = Array.isArray(groups) ? groups : Array.isArray(roles) ? roles : undefined;
  return {
    ...{ subject: String(sub), email: text(email), name: text(name) },
    emailVerified: typeof verified === 'boolean' ? verified : undefined,
    groups: listed?.map(String),
    acr: text(acr),
    amr: Array.isArray(amr) ? amr.map(String) : undefined,
  };
}
