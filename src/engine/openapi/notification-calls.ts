import type { JsonSchema } from '#kernel/field/type.ts';
import { channels } from '#kernel/notification.ts';
import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const instant = { type: 'string', format: 'date-time' };
const maybe = (schema: JsonSchema & { readonly type: string }) => ({
  ...schema,
  type: [schema.type, 'null'],
});
const clock = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const weekdays = {
  type: 'array',
  items: { type: 'integer', minimum: 1, maximum: 7 },
  minItems: 1,
  uniqueItems: true,
};
const channel = { type: 'string', enum: [...channels] };
const state = { type: 'string', enum: ['waiting', 'done', 'skipped', 'failed'] };
const listOf = (items: JsonSchema) => ({ type: 'array', items });

function objectOf(properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema {
  return { type: 'object', required, properties };
}

/** What people are told, and how it reaches them. */
export function notificationCalls(say: Phrases): readonly Call[] {
  const tag = say('notifications');
  const settings = { $ref: '#/components/schemas/NotificationSettings' };
  return [
    {
      method: 'get',
      path: '/api/notifications',
      id: 'listNotifications',
      tag,
      summary: say('listNotifications'),
      parameters: [
        { name: 'unread', in: 'query', description: say('onlyUnread'), schema: { type: 'boolean' } },
        'cursor',
      ],
      answer: objectOf(
        {
          notifications: listOf({ $ref: '#/components/schemas/Notification' }),
          unread: { type: 'integer' },
          next: text,
        },
        ['notifications', 'unread'],
      ),
      refuses: [404],
    },
    {
      method: 'patch',
      path: '/api/notifications/{id}',
      id: 'markNotification',
      tag,
      summary: say('markNotification'),
      body: objectOf({ read: { type: 'boolean' }, snoozed: maybe(instant) }, []),
      status: 204,
      refuses: [404, 422],
    },
    {
      method: 'post',
      path: '/api/notifications/read-all',
      id: 'readAllNotifications',
      tag,
      summary: say('readAllNotifications'),
      status: 204,
    },
    {
      method: 'get',
      path: '/api/notification-settings',
      id: 'readNotificationSettings',
      tag,
      summary: say('notificationSettings'),
      answer: settings,
    },
    {
      method: 'patch',
      path: '/api/notification-settings',
      id: 'updateNotificationSettings',
      tag,
      summary: say('chooseChannels'),
      body: { type: 'object', additionalProperties: listOf(channel) },
      answer: settings,
      refuses: [422],
    },
    {
      method: 'put',
      path: '/api/notification-settings/digest',
      id: 'chooseDigestTime',
      tag,
      summary: say('chooseDigestTime'),
      body: objectOf({
        time: { ...clock, description: say('digestClock') },
        weekdays: { ...weekdays, description: say('digestWeekdays') },
      }),
      answer: settings,
      refuses: [422],
    },
    {
      method: 'post',
      path: '/api/notification-settings/browsers',
      id: 'addBrowser',
      tag,
      summary: say('addBrowser'),
      description: say('addBrowserMore'),
      body: objectOf({ endpoint: text, keys: objectOf({ p256dh: text, auth: text }) }),
      status: 201,
      answer: objectOf({ id: uuid }),
      refuses: [409, 422],
    },
    {
      method: 'delete',
      path: '/api/notification-settings/browsers/{id}',
      id: 'removeBrowser',
      tag,
      summary: say('removeBrowser'),
      status: 204,
      refuses: [404],
    },
    {
      method: 'post',
      path: '/api/notification-settings/trial',
      id: 'tryChannel',
      tag,
      summary: say('tryChannel'),
      body: objectOf({ channel }),
      status: 202,
      answer: objectOf({ id: uuid }),
      refuses: [422],
    },
    {
      method: 'get',
      path: '/api/notification-deliveries',
      id: 'listDeliveries',
      tag,
      summary: say('deliveries'),
      parameters: [{ name: 'state', in: 'query', schema: state }],
      answer: objectOf({ deliveries: listOf({ type: 'object', additionalProperties: true }) }),
      refuses: [403, 422],
    },
    {
      method: 'post',
      path: '/api/notification-deliveries/{id}/retry',
      id: 'retryDelivery',
      tag,
      summary: say('retryDelivery'),
      status: 204,
      refuses: [403, 404],
    },
  ];
}

/** A notification in its reader's words. */
export const notificationSchema = objectOf({
  id: uuid,
  kind: text,
  label: text,
  title: text,
  text,
  object: text,
  record: uuid,
  path: text,
  actor: { type: ['object', 'null'], properties: { id: uuid, name: text } },
  count: { type: 'integer' },
  at: instant,
  read: maybe(instant),
  snoozed: maybe(instant),
  concerns: { type: 'boolean' },
  deliveries: listOf(objectOf({ channel, state, reason: maybe(text) })),
});

/** How one person is reached. */
export const notificationSettingsSchema = objectOf({
  mail: objectOf({ available: { type: 'boolean' } }),
  push: objectOf({
    publicKey: maybe(text),
    browsers: listOf(objectOf({ id: uuid, endpoint: text, browser: text, at: instant })),
  }),
  kinds: listOf(objectOf({ kind: text, label: text, channels: listOf(channel) })),
  digest: objectOf({ time: clock, weekdays }),
});
