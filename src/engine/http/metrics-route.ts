import { timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { Refusal } from '#kernel/problem.ts';
import { type Database, databaseOn } from '../database/database.ts';
import { queueStates } from '../operation/queues.ts';
import type { Workspace } from '../records/context.ts';

/** Upper ends of the groups by which answers are counted, in seconds. */
const limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Answers {
  readonly groups: number[];
  count: number;
  seconds: number;
}

/** `GET /metrics` in the notation of Prometheus, for whoever knows the token; without a token there is no such address. */
export function metricsRoute(
  app: FastifyInstance,
  token: string | undefined,
  pool: Pool,
  workspaces: () => Promise<readonly Workspace[]>,
): void {
  if (token === undefined || token === '') return;
  const answers = new Map<string, Answers>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.addHook('onClose', async () => void delay.disable());
  app.addHook('onResponse', async (request, reply) => {
    const labels = `method="${request.method}",status="${Math.floor(reply.statusCode / 100)}xx"`;
    const known = answers.get(labels) ?? { groups: limits.map(() => 0), count: 0, seconds: 0 };
    answers.set(labels, known);
    const seconds = reply.elapsedTime / 1000;
    known.count += 1;
    known.seconds += seconds;
    limits.forEach((limit, index) => {
      if (seconds <= limit) known.groups[index] = (known.groups[index] ?? 0) + 1;
    });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) throw new Refusal('unauthenticated');
    const lines = [
      ...answerLines(answers),
      ...gauge('guanxi_process_resident_memory_bytes', process.memoryUsage.rss()),
      ...gauge('guanxi_process_uptime_seconds', process.uptime()),
      ...gauge('guanxi_event_loop_delay_seconds', delay.percentile(99) / 1e9, 'quantile="0.99"'),
      ...gauge('guanxi_database_connections', pool.totalCount),
      ...gauge('guanxi_database_connections_waited_for', pool.waitingCount),
      ...(await databaseLines(databaseOn(pool), await workspaces())),
    ];
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}

async function databaseLines(
  database: Database,
  workspaces: readonly Workspace[],
): Promise<readonly string[]> {
  const figures: string[] = [];
  for (const workspace of workspaces)
    for (const { name, waiting, failed, dueSince } of await queueStates({ database, workspace })) {
      const labels = `workspace="${workspace.name}",queue="${name}"`;
      const age = dueSince === null ? 0 : (Date.now() - Date.parse(dueSince)) / 1000;
      figures.push(
        `guanxi_jobs_waiting{${labels}} ${waiting}`,
        `guanxi_jobs_failed{${labels}} ${failed}`,
        `guanxi_jobs_oldest_due_seconds{${labels}} ${age}`,
      );
    }
  const rows = await database.run(
    `select kind, extract(epoch from max(started) filter (where state = 'done')), count(*) filter (where state = 'failed')
     from guanxi.operation_run group by kind`,
  );
  for (const [kind, last, failed] of rows) {
    if (last !== null) figures.push(`guanxi_last_success_timestamp_seconds{kind="${kind}"} ${last}`);
    figures.push(`guanxi_operations_failed{kind="${kind}"} ${failed}`);
  }
  return figures;
}

function answerLines(answers: ReadonlyMap<string, Answers>): readonly string[] {
  const name = 'guanxi_http_request_duration_seconds';
  return [
    `# TYPE ${name} histogram`,
    ...[...answers].flatMap(([labels, { groups, count, seconds }]) => [
      ...groups.map((number, index) => `${name}_bucket{${labels},le="${limits[index]}"} ${number}`),
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${seconds}`,
      `${name}_count{${labels}} ${count}`,
    ]),
  ];
}

function gauge(name: string, value: number, labels = ''): readonly string[] {
  return [`# TYPE ${name} gauge`, `${name}${labels && `{${labels}}`} ${value}`];
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
