import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { closeWithFile } from '#test/closing.ts';

/** What the provider says of whoever signs in next. */
export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[];
  /** How and how strongly he signs in. */
  readonly acr?: string;
  readonly amr?: readonly string[];
}

export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who sits at the browser there. */
  account: Account;
  /** Allows people to be sent back to this address. */
  allow(callback: string): Promise<void>;
  /** Goes through the provider's pages as a person would; gives the address to which it sends the browser back. */
  signIn(address: string): Promise<string>;
}

/** A real OpenID provider on this machine: `oidc-provider`, with one client. */
export async function startOidcProvider(): Promise<OidcServer> {
  const server = createServer();
  closeWithFile(() => server.close().closeAllConnections());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['guanxi', 'a secret between two systems'];
  const callbacks: string[] = ['http://127.0.0.1/none'];
  const here: OidcServer = {
    ...{ issuer, clientId, clientSecret, account: { sub: 'nobody' } },
    async allow(callback) {
      callbacks.push(callback);
      start();
    },
    async signIn(address) {
      const jar = new Map<string, string>();
      let at = address;
      for (let hops = 0; hops < 12; hops++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
          jar.set(name, value);
        }
        const next = answer.headers.get('location');
        if (next === null) throw new Error(`${at}: ${answer.status} ${await answer.text()}`);
        at = new URL(next, at).href;
        if (!at.startsWith(issuer)) return at;
      }
      throw new Error('The provider leads in circles.');
    },
  };

  function start() {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: callbacks,
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      acrValues: ['urn:strong', 'urn:weak'],
      claims: {
        openid: ['sub', 'acr', 'amr'],
        email: ['email', 'email_verified'],
        profile: ['name', 'groups'],
      },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...here.account, sub }) }),
      cookies: { keys: ['one key for tests'] },
    });
    const answer = provider.callback();
    server.removeAllListeners('request');
    server.on('request', async (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, response);
      // The person's own pages: he signs in and agrees at once.
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      const grantOf = async () => {
        const grant = new provider.Grant({
          accountId: session?.accountId,
          clientId: String(params.client_id),
        });
        grant.addOIDCScope(String(params.scope));
        return { consent: { grantId: await grant.save() } };
      };
      const { sub: accountId, acr, amr } = here.account;
      const login = { accountId, ...(acr && { acr }), ...(amr && { amr: [...amr] }) };
      const result = prompt.name === 'login' ? { login } : await grantOf();
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
    });
  }
  start();
  return here;
}
