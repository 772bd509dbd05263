import type { JsonSchema } from '#kernel/field/type.ts';
import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const count = { type: 'integer' };
const open = { type: 'object', additionalProperties: true };
const objectOf = (properties: Record<string, JsonSchema>) => ({ type: 'object', properties });

const settings = objectOf({
  every: { type: 'string', enum: ['off', 'hourly', 'daily', 'weekly'] },
  hour: { type: 'integer', minimum: 0, maximum: 23 },
  keep: { type: 'integer', minimum: 1, maximum: 1000 },
  drill: { type: 'string', enum: ['off', 'weekly', 'monthly'] },
  pointInTime: { type: 'integer', minimum: 0, maximum: 90 },
});

const text = { type: 'string' };
const modules = objectOf({ modules: { type: 'array', items: open } });
const switching = { ...objectOf({ on: { type: 'boolean' } }), required: ['on'] };
const place = {
  ...objectOf({
    ...{ address: text, bucket: text, folder: text, region: text, keyId: text },
    ...{ secretKey: text, passphrase: text },
  }),
  required: ['address', 'bucket', 'region', 'keyId'],
};

/** How the installation does, its queues and its backups. */
export function operationCalls(say: Phrases): readonly Call[] {
  const tag = say('installation');
  return [
    {
      method: 'get',
      path: '/api/operation',
      id: 'getOperation',
      tag,
      summary: say('operation'),
      answer: objectOf({
        queues: { type: 'array', items: open },
        state: open,
        statements: { type: ['array', 'null'], items: open },
        backup: open,
      }),
      refuses: [403],
    },
    {
      method: 'patch',
      path: '/api/operation/backup',
      id: 'changeBackupSchedule',
      tag,
      summary: say('backupSchedule'),
      body: settings,
      answer: settings,
      refuses: [403, 422],
    },
    {
      ...{ method: 'put', path: '/api/operation/backup/place', id: 'setBackupPlace', tag },
      ...{ summary: say('backupPlace'), body: place, status: 204, refuses: [403, 422] },
    },
    {
      ...{ method: 'delete', path: '/api/operation/backup/place', id: 'forgetBackupPlace', tag },
      ...{ summary: say('forgetBackupPlace'), status: 204, refuses: [403] },
    },
    ...(['backup', 'drill'] as const).map(
      (kind): Call => ({
        method: 'post',
        path: `/api/operation/${kind}`,
        id: kind === 'backup' ? 'beginBackup' : 'beginDrill',
        tag,
        summary: say(kind === 'backup' ? 'beginBackup' : 'beginDrill'),
        status: 202,
        answer: objectOf({}),
        refuses: [403, 422],
      }),
    ),
    {
      ...{ method: 'get', path: '/api/modules', id: 'listModules', tag, summary: say('modules') },
      ...{ answer: modules, refuses: [403] },
    },
    {
      ...{ method: 'patch', path: '/api/modules/{module}', id: 'switchModule', tag },
      ...{ summary: say('switchModule'), body: switching, answer: modules, refuses: [403, 404, 422] },
    },
    {
      ...{ method: 'get', path: '/api/operation/integrations', id: 'listIntegrations', tag },
      ...{ summary: say('integrations'), answer: open, refuses: [403] },
    },
    {
      ...{ method: 'get', path: '/api/operation/packages', id: 'listPackages', tag },
      ...{ summary: say('packages'), answer: open, refuses: [403] },
    },
    ...(['retry', 'skip'] as const).map(
      (verb): Call => ({
        method: 'post',
        path: `/api/operation/queues/{queue}/${verb}`,
        id: `${verb}Queue`,
        tag,
        summary: say(`${verb}Queue`),
        answer: objectOf(verb === 'retry' ? { retried: count } : { skipped: count }),
        refuses: [403, 404],
      }),
    ),
  ];
}
