import type { JsonSchema } from '#kernel/field/type.ts';
import { queueNames } from '../operation/queues.ts';
import { listLimits } from '../records/list-query.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };

/** Parameters that several calls share, by name; what varies in a path has a name that ends in `Path`. */
export function sharedParameters(say: Phrases): Record<string, JsonSchema> {
  const query = (name: string, description: string, schema: JsonSchema, examples?: readonly unknown[]) => ({
    name,
    in: 'query',
    description,
    schema: examples === undefined ? schema : { ...schema, examples },
  });
  const path = (name: string, schema: JsonSchema) => ({ name, in: 'path', required: true, schema });
  return {
    idPath: path('id', uuid),
    atPath: path('at', { type: 'string', format: 'date-time' }),
    keyPath: path('key', uuid),
    secretPath: path('secret', text),
    namePath: path('name', text),
    answerPath: path('answer', uuid),
    signPath: path('sign', text),
    deliveryPath: path('delivery', uuid),
    objectPath: path('object', text),
    workspacePath: path('workspace', text),
    modulePath: path('module', { type: 'string' }),
    queuePath: path('queue', { type: 'string', enum: [...queueNames] }),
    language: query('language', say('language'), text, ['zh-CN']),
    where: query('where', say('where'), text, [
      '{"name":{"contains":"Li"}}',
      '{"and":[{"name":{"startsWith":"A"}},{"createdAt":{"in":"thisQuarter"}}]}',
    ]),
    marks: query('marks', say('marks'), text, ['[{"createdAt":{"in":"thisQuarter"}}]']),
    q: query('q', say('q'), text, ['zhangwei']),
    select: query('select', say('select'), text, ['name,owner.name']),
    sort: query('sort', say('sort'), text, ['-createdAt,name']),
    limit: query('limit', say('limit'), {
      type: 'integer',
      minimum: 1,
      maximum: listLimits.most,
      default: listLimits.default,
    }),
    timelineLimit: query('limit', say('limit'), { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
    searchLimit: query('limit', say('limit'), { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
    exportFormat: query('format', say('exportFormat'), {
      type: 'string',
      enum: ['csv', 'xlsx', 'vcf'],
      default: 'csv',
    }),
    exportHeaders: query('headers', say('exportHeaders'), {
      type: 'string',
      enum: ['labels', 'names'],
      default: 'labels',
    }),
    exportFor: query('for', say('exportFor'), text),
    exportReason: query('reason', say('exportReason'), { type: 'string', maxLength: 300 }),
    cursor: query('cursor', say('cursor'), text),
    count: query('count', say('count'), { type: 'boolean', default: false }),
    bin: query('bin', say('bin'), { type: 'boolean', default: false }),
    place: query('place', say('place'), text, ['position']),
    window: query('window', say('window'), text, ['73,18,135,54']),
    mapZoom: query('zoom', say('mapZoom'), { type: 'integer', minimum: 0, maximum: 22, default: 3 }),
    groupBy: query('groupBy', say('groupBy'), text, ['owner,createdAt.month']),
    measures: query('measures', say('measures'), text, ['count,max(createdAt)']),
    totals: query('totals', say('totals'), { type: 'boolean', default: false }),
    version: query('version', say('version'), { type: 'integer', minimum: 1 }),
    since: query('since', say('since'), text),
    kinds: query('kinds', say('kinds'), text, ['created,updated']),
    historyOf: query('fields', say('historyOf'), text, ['createdAt']),
    objects: query('objects', say('objects'), text),
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: say('idempotencyKey'),
      schema: { type: 'string', maxLength: 255, examples: ['8d0f3c52-order-1187'] },
    },
  };
}
