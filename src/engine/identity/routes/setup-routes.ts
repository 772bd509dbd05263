import type { FastifyInstance } from 'fastify';
import { unlessLocked } from '../advisory-lock.ts';
import type { Identity } from '../identity.ts';
import { refuse } from '../refuse.ts';
import type { Surroundings } from '../surroundings.ts';
import { readSetup, type SetupInput } from './setup-input.ts';
import { signInByPassword } from './sign-in-routes.ts';

export interface Setup {
  /** Whether the installation still waits for its first administrator. */
  setupNeeded(): Promise<boolean>;
  /** Makes the workspace, its administrator and his sign-in; what it returns is the answer's body. */
  setUp(input: SetupInput): Promise<object>;
}

const setupLock = 7_301_880_419;

/** `/api/setup`: the first visit ever. */
export function setupRoutes(
  app: FastifyInstance,
  identity: Identity,
  setup: Setup,
  around: Surroundings,
): void {
  app.get('/api/setup', async (_request, reply) => {
    return reply.header('cache-control', 'no-store').send({ needed: await setup.setupNeeded() });
  });

  app.post('/api/setup', async (request, reply) => {
    if (!(await setup.setupNeeded())) throw refuse('conflict', 'setupDone');
    const input = readSetup(request.body);
    // Two visitors may press the button at the same moment, on two servers even: one becomes administrator.
    const made = await unlessLocked(identity.pool, setupLock, async () => {
      if (!(await setup.setupNeeded())) throw refuse('conflict', 'setupDone');
      return setup.setUp(input);
    });
    if (made === undefined) throw refuse('conflict', 'setupUnderWay');
    const { email, password } = input;
    await signInByPassword(identity, around, request, reply, { email, password });
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });
}
