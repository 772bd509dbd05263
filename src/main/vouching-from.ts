import { oidcClient } from '#adapters/oidc/oidc.ts';
import { samlClient } from '#adapters/saml/saml.ts';
import type { Vouching } from '#engine/identity/surroundings.ts';

/** OpenID Connect and SAML; providers of the own network are asked only where the environment allows it. */
export function vouchingFrom({ GUANXI_PRIVATE_PROVIDERS: own }: NodeJS.ProcessEnv): Vouching {
  return { oidc: oidcClient({ ownNetwork: own === 'yes' }), saml: samlClient };
}
