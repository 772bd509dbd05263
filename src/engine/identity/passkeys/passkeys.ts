import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Pool } from 'pg';
import { databaseOn } from '../../database/database.ts';
import { type Doer, noteDone } from '../note-done.ts';
import type { Holder } from '../second-factor/second-factor.ts';
import { keepToken, spendToken } from '../tokens/one-time-tokens.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface Passkeys {
  list(identityId: string): Promise<readonly Passkey[]>;
  /** What a browser is asked in order to make a passkey. */
  beginRegistration(holder: Holder, email: string, name: string): Promise<object>;
  /** Keeps the passkey that a browser made; false when it does not hold. */
  register(holder: Holder, name: string, response: RegistrationResponseJSON, ip: string): Promise<boolean>;
  /** What a browser is asked in order to sign in with any passkey that it has. */
  beginSignIn(): Promise<object>;
  /** Whose passkey this is: the identity's id, or undefined. */
  signIn(response: AuthenticationResponseJSON): Promise<string | undefined>;
  remove(holder: Holder, id: string, by: Doer): Promise<boolean>;
}

const seconds = 300;
const [registering, signingIn] = ['passkeyRegistration', 'passkeySignIn'];

/** The library comes with the first passkey: without any it need not be in memory. */
const webAuthn = () => import('@simplewebauthn/server');

/** Passkeys (WebAuthn): a key in the device, opened by a finger, a face or a number, instead of the password. */
export function createPasskeys(pool: Pool, baseUrl: string): Passkeys {
  const database = databaseOn(pool);
  const rpID = new URL(baseUrl).hostname;

  return {
    async list(identityId) {
      const [row] = await database.run(
        `select coalesce(json_agg(json_build_object('id', id, 'name', name, 'createdAt', created_at,
           'lastUsedAt', last_used_at) order by created_at), '[]')
         from guanxi.passkey where identity_id = $1`,
        [identityId],
      );
      return JSON.parse(row?.[0] ?? '[]');
    },
    async beginRegistration({ identityId }, email, name) {
      const known = await database.run('select id from guanxi.passkey where identity_id = $1', [identityId]);
      const options = await (await webAuthn()).generateRegistrationOptions({
        ...{ rpName: 'Guanxi', rpID, userName: email, userDisplayName: name },
        userID: new TextEncoder().encode(identityId),
        excludeCredentials: known.map(([id]) => ({ id: id ?? '' })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const { challenge } = options;
      await keepToken(database, challenge, { purpose: registering, subject: identityId, seconds });
      return options;
    },
    async register(holder, name, response, ip) {
      const { verified, registrationInfo } = await (await webAuthn())
        .verifyRegistrationResponse({
          ...{ response, expectedOrigin: baseUrl, expectedRPID: rpID },
          expectedChallenge: async (challenge) =>
            (await spendToken(database, registering, challenge))?.subject === holder.identityId,
        })
        .catch(() => ({ verified: false as const, registrationInfo: undefined }));
      if (!verified || registrationInfo === undefined) return false;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      return database.transaction(async (change) => {
        const kept = await change.run(
          `insert into guanxi.passkey (id, identity_id, public_key, counter, transports, name)
           values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id`,
          [id, holder.identityId, Buffer.from(publicKey), counter, transports, name],
        );
        if (kept.length > 0)
          await noteDone(change, holder, 'passkey.added', { actor: holder.userId, ip }, { name });
        return kept.length > 0;
      });
    },
    async beginSignIn() {
      const options = await (await webAuthn()).generateAuthenticationOptions({
        rpID,
        userVerification: 'required',
      });
      await keepToken(database, options.challenge, { purpose: signingIn, subject: '', seconds });
      return options;
    },
    async signIn(response) {
      const [row] = await database.run(
        `select identity_id, encode(public_key, 'base64'), counter, to_json(transports) from guanxi.passkey where id = $1`,
        [String(response.id)],
      );
      if (row === undefined) return undefined;
      const { verified, authenticationInfo } = await (await webAuthn())
        .verifyAuthenticationResponse({
          ...{ response, expectedOrigin: baseUrl, expectedRPID: rpID },
          expectedChallenge: async (challenge) =>
            (await spendToken(database, signingIn, challenge)) !== undefined,
          credential: {
            id: response.id,
            publicKey: new Uint8Array(Buffer.from(row[1] ?? '', 'base64')),
            counter: Number(row[2]),
            transports: JSON.parse(row[3] ?? '[]'),
          },
        })
        .catch(() => ({ verified: false as const, authenticationInfo: undefined }));
      if (!verified || authenticationInfo === undefined) return undefined;
      const used = [response.id, authenticationInfo.newCounter];
      await database.run('update guanxi.passkey set counter = $2, last_used_at = now() where id = $1', used);
      return row[0] ?? undefined;
    },
    remove(holder, id, by) {
      return database.transaction(async (change) => {
        const gone = await change.run(
          'delete from guanxi.passkey where identity_id = $1 and id = $2 returning name',
          [holder.identityId, id],
        );
        if (gone.length > 0) await noteDone(change, holder, 'passkey.removed', by, { name: gone[0]?.[0] });
        return gone.length > 0;
      });
    },
  };
}
