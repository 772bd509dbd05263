import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { type CalendarLogin, DistantFailure } from '#kernel/port/distant-calendar.ts';
import { Refusal } from '#kernel/problem.ts';
import { accountState, connectAccount, endAccount } from '../calendar-sync/accounts.ts';
import { runAccount, type SyncPorts } from '../calendar-sync/run-account.ts';
import { readBody, required } from '../identity/read-body.ts';
import type { Context } from '../records/context.ts';

/** `/api/calendar-sync`: the one calendar elsewhere with which one's own is kept the same. */
export function calendarSyncRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  ports: SyncPorts,
): void {
  /** It outlives the hour for which an administrator may act as somebody. */
  const own = async (request: FastifyRequest) => {
    const context = await contextOf(request);
    if (context.actor.impersonator) throw new Refusal('forbidden');
    return context;
  };
  const told = async (context: Context) => ({ account: await accountState(context) });

  app.get('/api/calendar-sync', async (request) => told(await contextOf(request)));

  app.post('/api/calendar-sync/calendars', async (request) => {
    await own(request);
    return { calendars: await found(ports, readBody(request.body, login)) };
  });

  app.put('/api/calendar-sync', async (request) => {
    const context = await own(request);
    const { calendar, ...entered } = readBody(request.body, { ...login, calendar: required(asText(2000)) });
    const calendars = await found(ports, entered);
    const chosen = calendars.find(({ address }) => address === calendar);
    if (chosen === undefined) throw new Refusal('invalid', [{ field: 'calendar', code: 'noSuchRecord' }]);
    await connectAccount(context, entered, chosen);
    return told(context);
  });

  app.post('/api/calendar-sync/run', async (request) => {
    const context = await own(request);
    if (context.actor.id === null || (await accountState(context)) === null) throw new Refusal('notFound');
    await runAccount(context, context.actor.id, ports);
    return told(context);
  });

  app.delete('/api/calendar-sync', async (request, reply) => {
    await endAccount(await own(request));
    return reply.code(204).send();
  });
}

const asText = (most: number) => (value: unknown) => textInput(value, most);

const login = {
  address: required(asText(500)),
  userName: required(asText(200)),
  // As it was typed: a space may belong to it.
  password: required((value) => {
    textInput(value, 500);
    return String(value);
  }),
};

/** The calendars that there are; what is wrong is told at the field that is to be mended. */
async function found({ calendars }: SyncPorts, entered: CalendarLogin) {
  return calendars.find(entered).catch((error: unknown) => {
    if (!(error instanceof DistantFailure)) throw error;
    const field = error.reason === 'calendarSignIn' ? 'password' : 'address';
    throw new Refusal('invalid', [{ field, code: error.reason }]);
  });
}
