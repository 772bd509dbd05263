/** What another system says of somebody who signed in there. */
export interface ProviderClaims {
  /** The same for the same person for ever. */
  readonly subject: string;
  readonly email?: string | undefined;
  /** Absent when the provider does not say. */
  readonly emailVerified?: boolean | undefined;
  readonly name?: string | undefined;
  /** Absent when the provider does not say. */
  readonly groups?: readonly string[] | undefined;
  /** How strong the sign-in was, in the provider's words (`acr`, or the class of its authentication context). */
  readonly acr?: string | undefined;
  /** By which methods it was (`amr`), such as `pwd`, `otp`, `mfa`. */
  readonly amr?: readonly string[] | undefined;
}

/** How strong a sign-in at a provider must be. */
export interface AskedStrength {
  /** Of these levels one is asked for, and must have been reached. */
  readonly acrValues?: readonly string[] | undefined;
  /** Of these methods one must have been used; providers of SAML do not say. */
  readonly amrValues?: readonly string[] | undefined;
}

/** How to reach a provider of OpenID Connect. */
export interface OidcSettings extends AskedStrength {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What only the browser that began a sign-in may bring back. */
export interface OidcExchange {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Sign-in by OpenID Connect: authorization code with PKCE. */
export interface OidcClient {
  /** Where the browser is sent. */
  begin(settings: OidcSettings, exchange: OidcExchange): Promise<string>;
  /** What the provider says, by the address with which the browser came back. */
  finish(settings: OidcSettings, exchange: OidcExchange, returned: URL): Promise<ProviderClaims>;
}

/** How to reach a provider of SAML 2.0, and by what to know it. */
export interface SamlSettings extends Pick<AskedStrength, 'acrValues'> {
  readonly entryPoint: string;
  readonly issuer: string;
  /** In PEM; several while the provider changes them. */
  readonly certificates: readonly string[];
}

/** This side of a SAML sign-in. */
export interface SamlSide {
  readonly entityId: string;
  readonly callbackUrl: string;
}

/** Remembers requests that have not been answered, so that each answer counts once. */
export interface PendingRequests {
  keep(id: string, value: string): Promise<void>;
  read(id: string): Promise<string | undefined>;
  spend(id: string): Promise<void>;
}

/** Sign-in by SAML 2.0, begun here, with signed assertions. */
export interface SamlClient {
  begin(settings: SamlSettings, side: SamlSide, pending: PendingRequests, relay: string): Promise<string>;
  finish(
    settings: SamlSettings,
    side: SamlSide,
    pending: PendingRequests,
    response: string,
  ): Promise<ProviderClaims>;
  /** What the provider is told of this side, as XML. */
  metadata(settings: SamlSettings, side: SamlSide): string;
}
