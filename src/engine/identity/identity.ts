import type { Pool } from 'pg';
import { type ApiKeys, createApiKeys } from './api-keys.ts';
import { type AttemptCounter, createAttemptCounter } from './attempts.ts';
import { type Authenticator, createAuthenticator } from './authenticate.ts';
import { createPeople, type People } from './people.ts';
import { createIdentityTables } from './schema.ts';
import { createSignIn, type IdentityLog, type SignIn, sessionCookieName } from './sign-in.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

export interface IdentityOptions {
  readonly pool: Pool;
  /** Signs session cookies; at least 32 characters, the same on all servers of an installation. */
  readonly secret: string;
  /** Where people reach the product. */
  readonly baseUrl: string;
  /** Origins besides the product's own whose pages may use a session, such as a development server's. */
  readonly trustedOrigins?: readonly string[];
  readonly log?: IdentityLog;
}

/** Who people are, how they prove it, and what their programs may do: for all workspaces of an installation. */
export interface Identity extends Authenticator {
  readonly pool: Pool;
  /** Origin at which people reach the product. */
  readonly baseUrl: string;
  /** Origins whose pages may use a session, for `isCrossOrigin`. */
  readonly trustedOrigins: readonly string[];
  readonly signIn: SignIn;
  readonly attempts: AttemptCounter;
  readonly people: People;
  readonly workspaces: Workspaces;
  readonly apiKeys: ApiKeys;
}

/** Creates the tables where they are missing and everything that works with them. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { pool, secret, log } = options;
  if (secret.length < 32) throw new Error('The secret that signs sessions must have at least 32 characters.');
  await createIdentityTables(pool);
  const baseUrl = new URL(options.baseUrl).origin;
  const cookieName = sessionCookieName(baseUrl);
  const { authenticate, forget } = createAuthenticator({ pool, secret, cookieName });
  const attempts = createAttemptCounter(pool);
  const onSessionEnd = (identityId: string) => forget({ identityId });
  return {
    pool,
    baseUrl,
    trustedOrigins: [baseUrl, ...(options.trustedOrigins ?? [])],
    signIn: createSignIn({ pool, secret, baseUrl, attempts, onSessionEnd, log }),
    attempts,
    authenticate,
    forget,
    people: createPeople({ pool, forget }),
    workspaces: createWorkspaces({ pool, forget: (workspace) => forget({ workspace }) }),
    apiKeys: createApiKeys({ pool, forget }),
  };
}
