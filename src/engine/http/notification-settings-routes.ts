import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Channel, channels, trial } from '#kernel/notification.ts';
import { Refusal } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';
import { uuidv7 } from '../database/uuid.ts';
import { channelChoices, choose } from '../notifications/channel-choices.ts';
import type { ChannelPorts } from '../notifications/channel-ports.ts';
import { chooseDigestTime, digestTimeOf } from '../notifications/digest-choice.ts';
import type { DigestTime } from '../notifications/digest-time.ts';
import { tell } from '../notifications/notify.ts';
import { subscribe, subscriptionsOf, unsubscribe } from '../notifications/push-subscriptions.ts';
import type { Context } from '../records/context.ts';
import { bodyOf } from './body.ts';
import { pushAddress } from './notification-input.ts';

const base = '/api/notification-settings';

/** How the caller is reached: which kinds by which channels, and which browsers want messages. */
export function notificationSettingsRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  { mail, push }: ChannelPorts,
): void {
  const settings = async (context: Context) => ({
    mail: { available: mail !== undefined },
    push: {
      publicKey: push?.publicKey ?? null,
      browsers: (await subscriptionsOf(context, context.actor.id ?? '')).map(
        ({ id, endpoint, browser, at }) => ({ id, endpoint, browser, at }),
      ),
    },
    kinds: await channelChoices(context),
    digest: shownTime(await digestTimeOf(context, context.actor.id)),
  });

  app.get(base, async (request) => settings(await contextOf(request)));

  app.patch(base, async (request) => {
    const context = await contextOf(request);
    await choose(context, bodyOf(request));
    return settings(context);
  });

  app.put(`${base}/digest`, async (request) => {
    const context = await contextOf(request);
    await chooseDigestTime(context, bodyOf(request));
    return settings(context);
  });

  app.post(`${base}/browsers`, async (request, reply) => {
    const context = await contextOf(request);
    if (push === undefined) throw new Refusal('conflict', [{ field: '', code: 'noPush' }]);
    const address = pushAddress(bodyOf(request), push.objection);
    const id = await subscribe(context, address, browserOf(request));
    return reply.code(201).send({ id });
  });

  app.delete(`${base}/browsers/:id`, async (request, reply) => {
    await unsubscribe(await contextOf(request), (request.params as { id: string }).id);
    return reply.code(204).send();
  });

  /** A message to oneself by one channel; how it fared stands with the notification. */
  app.post(`${base}/trial`, async (request, reply) => {
    const context = await contextOf(request);
    const { channel } = bodyOf(request);
    if (!channels.includes(channel as Channel))
      throw new Refusal('invalid', [
        {
          field: 'channel',
          code: 'notAChoice',
          parameters: { value: quotedValue(channel), choices: channels.join(', ') },
        },
      ]);
    const { people } = context.registry;
    const me = context.actor.id ?? '';
    const id = await tell(context, { kind: trial, person: me, object: people, record: me, cause: uuidv7() }, [
      channel as Channel,
    ]);
    return reply.code(202).send({ id });
  });
}

function shownTime({ minute, weekdays }: DigestTime) {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return { time: `${hours}:${minutes}`, weekdays };
}

/** As people know it: `Chrome · Windows`. */
function browserOf(request: FastifyRequest): string {
  const agent = request.headers['user-agent'] ?? '';
  const named = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = named([
    [/Edg/, 'Edge'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = named([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ') || agent.slice(0, 60) || 'API';
}
