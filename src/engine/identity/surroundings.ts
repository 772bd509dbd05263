import type { OidcClient, SamlClient } from '#kernel/port/identity-provider.ts';
import type { MailSender } from '#kernel/port/mail-sender.ts';
import type { Directory } from './directory.ts';

/** By which protocols other systems vouch for people; what is missing cannot be used. */
export interface Vouching {
  readonly oidc?: OidcClient | undefined;
  readonly saml?: (() => Promise<SamlClient>) | undefined;
}

/** What signing in needs from the rest of the product. */
export interface Surroundings extends Vouching {
  readonly directory: Directory;
  /** Absent while no mail server has been set up. */
  readonly mail?: MailSender | undefined;
}
