import { APIError, betterAuth } from 'better-auth';
import { PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import type { AttemptCounter } from './attempts.ts';
import { authModels } from './auth-models.ts';
import { firstWorkspace } from './first-workspace.ts';
import { hashPassword, verifyPassword } from './password-hashing.ts';
import { passwordLength } from './password-rule.ts';

const day = 86_400;
const cookiePrefix = 'guanxi';

/** Carries the client's address from our server to better-auth; no header of the client's own does. */
export const addressHeader = 'x-client-address';

export type IdentityLog = (level: string, message: string, ...details: unknown[]) => void;

export interface SignInOptions {
  readonly pool: Pool;
  /** Signs session cookies; at least 32 characters, the same on all servers. */
  readonly secret: string;
  /** Origin at which people reach the product; `https:` makes the cookie Secure. */
  readonly baseUrl: string;
  readonly attempts: AttemptCounter;
  /** Called when a session of this identity has ended. */
  readonly onSessionEnd: (identityId: string) => void;
  readonly log?: IdentityLog;
}

export interface SignIn {
  /** Answers a request below `/api/auth` as better-auth does. */
  handle(request: Request): Promise<Response>;
  /** Complains when better-auth expects other tables than ours. */
  checkTables(): Promise<void>;
}

/** Name of the session cookie; the prefix makes browsers insist on https for it. */
export function sessionCookieName(baseUrl: string): string {
  return `${isSecure(baseUrl) ? '__Secure-' : ''}${cookiePrefix}.session_token`;
}

function isSecure(baseUrl: string): boolean {
  return baseUrl.startsWith('https:');
}

/** Sign-in by e-mail and password, with sessions kept in the database. Nothing here calls another server. */
export function createSignIn(options: SignInOptions): SignIn {
  const { pool, secret, baseUrl, attempts, onSessionEnd, log } = options;
  const auth = betterAuth({
    appName: 'Guanxi',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    // Said twice: better-auth lets an environment variable of its own win over the first.
    secrets: [{ version: 1, value: secret }],
    database: {
      dialect: new PostgresDialect({ pool }),
      type: 'postgres',
      schemaName: 'guanxi',
      transaction: true,
    },
    ...authModels,
    session: { ...authModels.session, expiresIn: 30 * day, updateAge: day },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      // Sign-in is counted by person as well as by address, before it gets here.
      customRules: { '/sign-in/email': false, '/get-session': false },
      customStorage: {
        async consume(key, { window, max }) {
          const wait = await attempts.count([{ key: `auth ${key}`, max, seconds: window }]);
          return { allowed: wait === 0, retryAfter: wait || null };
        },
      },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session) {
            const workspace = await firstWorkspace(pool, session.userId);
            if (workspace === undefined) {
              throw new APIError('FORBIDDEN', { code: 'SIGN_IN_DISABLED', message: 'Sign-in disabled' });
            }
            return { data: { ...session, workspace } };
          },
        },
        delete: { after: async (session) => onSessionEnd(session.userId) },
      },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: isSecure(baseUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => v7(), validateSchema: false },
    },
    logger: log ? { level: 'error', log } : { level: 'error' },
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
  });
  return {
    handle: (request) => auth.handler(request),
    checkTables: async () => (await auth.$context).explicitSchemaCheck?.(),
  };
}
