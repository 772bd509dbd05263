import type { Pool } from 'pg';
import { chainKey } from '../audit/chain.ts';
import { type ApiKeys, createApiKeys } from './api-keys.ts';
import { type AttemptCounter, createAttemptCounter } from './attempts.ts';
import { type Authenticator, createAuthenticator } from './authenticate.ts';
import { createOperators, type Operators } from './operators.ts';
import { createPasskeys, type Passkeys } from './passkeys/passkeys.ts';
import { createPeople, type People } from './people.ts';
import { createProviders, type Providers } from './providers/providers.ts';
import { createIdentityTables } from './schema.ts';
import { createSecondFactor, type SecondFactor } from './second-factor/second-factor.ts';
import { sessionCookieName } from './sessions/session-cookie-name.ts';
import type { SessionKeeper } from './sessions/session-keeper.ts';
import { createSessions, type Sessions } from './sessions/sessions.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

export interface IdentityOptions {
  readonly pool: Pool;
  /** Makes the tables, where those of the pool may not. */
  readonly owner?: Pool | undefined;
  /** Signs session cookies; at least 32 characters, the same on all servers of an installation. */
  readonly secret: string;
  /** Where people reach the product. */
  readonly baseUrl: string;
  /** Origins besides the product's own whose pages may use a session, such as a development server's. */
  readonly trustedOrigins?: readonly string[];
}

/** Who people are, how they prove it, and what their programs may do: for all workspaces of an installation. */
export interface Identity extends Authenticator, SessionKeeper {
  readonly pool: Pool;
  /** Origins whose pages may use a session, for `isCrossOrigin`. */
  readonly trustedOrigins: readonly string[];
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly passkeys: Passkeys;
  readonly providers: Providers;
  readonly attempts: AttemptCounter;
  readonly people: People;
  readonly operators: Operators;
  readonly workspaces: Workspaces;
  readonly apiKeys: ApiKeys;
  /** With which the chains of the audit are sealed. */
  readonly auditKey: Uint8Array;
}

/** Creates the tables where they are missing and everything that works with them. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { pool, secret } = options;
  if (secret.length < 32) throw new Error('The secret that signs sessions must have at least 32 characters.');
  await createIdentityTables(options.owner ?? pool);
  const baseUrl = new URL(options.baseUrl).origin;
  const auditKey = chainKey(secret);
  const cookieName = sessionCookieName(baseUrl);
  const { authenticate, closureFor, forget } = createAuthenticator({ pool, secret, cookieName });
  const attempts = createAttemptCounter(pool);
  return {
    pool,
    baseUrl,
    trustedOrigins: [baseUrl, ...(options.trustedOrigins ?? [])],
    secret,
    sessions: createSessions({ pool, forget }),
    secondFactor: createSecondFactor(pool, secret),
    passkeys: createPasskeys(pool, baseUrl),
    providers: createProviders(pool, secret),
    attempts,
    authenticate,
    closureFor,
    forget,
    operators: createOperators(pool),
    people: createPeople({ pool, forget }),
    workspaces: createWorkspaces({ pool, secret, auditKey, forget: (workspace) => forget({ workspace }) }),
    apiKeys: createApiKeys({ pool, forget }),
    auditKey,
  };
}
