import { randomUUID } from 'node:crypto';
import * as samlify from 'samlify';
import { generate } from 'selfsigned';

/** What the provider says of whoever signs in. */
export interface SamlAccount {
  readonly email: string;
  readonly group: string;
}

/** What a provider could say wrongly. */
export interface SamlMischief {
  readonly audience?: string;
  readonly inResponseTo?: string;
  /** Changes the answer after it was signed. */
  readonly forge?: (xml: string) => string;
  /** Milliseconds by which its clock is wrong. */
  readonly late?: number;
  /** The class of the authentication context that it says. */
  readonly contextClass?: string;
}

export interface SamlServer {
  readonly issuer: string;
  readonly entryPoint: string;
  readonly certificate: string;
  /** What the browser posts back, for the request with which it came. */
  answer(
    request: string,
    metadata: string,
    account: SamlAccount,
    mischief?: SamlMischief,
  ): Promise<{ readonly SAMLResponse: string; readonly RelayState: string }>;
}

const basic = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';
const address = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/** A SAML 2.0 identity provider, by `samlify`: it reads requests and our metadata, and signs its assertions. */
export async function startSamlProvider(): Promise<SamlServer> {
  const keys = await generate([{ name: 'commonName', value: 'idp.hengyue.example' }], {
    ...{ keySize: 2048, algorithm: 'sha256' },
  });
  samlify.setSchemaValidator({ validate: async () => 'fine' });
  const [issuer, entryPoint] = ['https://idp.hengyue.example/metadata', 'https://idp.hengyue.example/sso'];
  const attribute = (name: string) => ({
    ...{ name, valueTag: name, nameFormat: basic, valueXsiType: 'xs:string' },
  });
  const provider = samlify.IdentityProvider({
    ...{ entityID: issuer, privateKey: keys.private, signingCert: keys.cert, nameIDFormat: [address] },
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    singleSignOnService: [
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: entryPoint },
    ],
    loginResponseTemplate: {
      context: samlify.SamlLib.defaultLoginResponseTemplate.context,
      attributes: [attribute('email'), attribute('groups')],
    },
  });
  return {
    ...{ issuer, entryPoint, certificate: keys.cert },
    async answer(request, metadata, { email, group }, mischief = {}) {
      const sent = Object.fromEntries(new URL(request).searchParams);
      const us = samlify.ServiceProvider({ metadata });
      const asked = await provider.parseLoginRequest(us, 'redirect', { query: sent });
      const now = Date.now() + (mischief.late ?? 0);
      const [from, until] = [now, now + 300_000].map((time) => new Date(time).toISOString());
      const there = us.entityMeta.getAssertionConsumerService('post') as string;
      const [entity, asking] = [String(asked.extract.issuer), String(asked.extract.request?.id)];
      const said = await provider.createLoginResponse(
        us,
        { ...asked },
        'post',
        { email },
        {
          customTagReplacement(template: string) {
            const id = `_${randomUUID()}`;
            const tags = {
              ...{ ID: id, AssertionID: `_${randomUUID()}`, Issuer: issuer, IssueInstant: from },
              ...{ Destination: there, SubjectRecipient: there, AssertionConsumerServiceURL: there },
              ...{ Audience: mischief.audience ?? entity, EntityID: entity },
              ...{
                ConditionsNotBefore: from,
                ConditionsNotOnOrAfter: until,
              },
              ...{ SubjectConfirmationDataNotOnOrAfter: until, NameIDFormat: address, NameID: email },
              ...{
                StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
                attrEmail: email,
                attrGroups: group,
              },
              InResponseTo: mischief.inResponseTo ?? asking,
            };
            const stated = template.replace('{AuthnStatement}', contextOf(mischief.contextClass, from));
            return { id, context: samlify.SamlLib.replaceTagsByValue(stated, tags) };
          },
        },
      );
      const xml = Buffer.from(said.context, 'base64').toString();
      const shown = mischief.forge ? mischief.forge(xml) : xml;
      return { SAMLResponse: Buffer.from(shown).toString('base64'), RelayState: String(sent.RelayState) };
    },
  };
}

function contextOf(contextClass: string | undefined, at = ''): string {
  if (contextClass === undefined) return '';
  return `<saml:AuthnStatement AuthnInstant="${at}"><saml:AuthnContext><saml:AuthnContextClassRef>${contextClass}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`;
}
