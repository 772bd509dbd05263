import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Tracing } from '#adapters/opentelemetry/tracing.ts';
import { jobChannel, statementChannel } from '#engine/tracing/work-channels.ts';
import { tracingFrom } from '#main/tracing-from.ts';
import { type ReceivedSpan, startOtlpReceiver } from '#test/outside/otlp-receiver.ts';
import { type Product, startProduct } from './product.ts';

describe('ADM-01 traces by OpenTelemetry', () => {
  let product: Product;
  let tracing: Tracing;
  let spans: readonly ReceivedSpan[];

  before(async () => {
    assert.equal(await tracingFrom({}), undefined);
    assert.equal(
      await tracingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: 'x', OTEL_SDK_DISABLED: 'true' }),
      undefined,
    );
    assert.deepEqual([statementChannel.hasSubscribers, jobChannel.hasSubscribers], [false, false]);
    const receiver = await startOtlpReceiver();
    spans = receiver.spans;
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.url;
    const started = await tracingFrom(process.env);
    assert.ok(started);
    tracing = started;
    product = await startProduct({ tracing });
  });

  it('show a request within the trace of its caller, with its statements and none of their values', async () => {
    const trace = 'a'.repeat(32);
    const traceparent = `00-${trace}-${'b'.repeat(16)}-01`;
    await product.ask('POST', '/api/records/account', { name: '恒岳工业' }, { traceparent });
    await product.ask('GET', '/api/records/account?where={"name":"远航"}', undefined, { traceparent });
    await tracing.flush();
    const mine = spans.filter((span) => span.trace === trace);
    const request = mine.find(({ name }) => name === 'POST /api/records/:object');
    assert.ok(request);
    assert.deepEqual(
      [request.parent, request.attributes['http.response.status_code'], request.service],
      ['b'.repeat(16), '201', 'guanxi'],
    );
    const statements = mine.filter(({ parent }) => parent === request.id);
    assert.ok(statements.some(({ attributes }) => /insert into/.test(attributes['db.query.text'] ?? '')));
    for (const { start, end } of statements)
      assert.ok(start >= request.start && end <= request.end && end > start);
    assert.ok(mine.some(({ name }) => name === 'GET /api/records/:object'));
    assert.doesNotMatch(
      JSON.stringify(spans.map(({ name, attributes }) => ({ name, attributes }))),
      /恒岳|远航/,
    );
  });

  it('show jobs by themselves, and of what failed its code alone', async () => {
    const at = new Date(Date.now() - 1000).toISOString();
    await product.ask('POST', '/api/records/task', { subject: '回电', remindAt: at });
    const job = () => spans.find(({ name }) => name.startsWith('automation '));
    for (let waited = 0; !job() && waited < 10_000; waited += 50) {
      await pause(50);
      await tracing.flush();
    }
    assert.ok(job(), JSON.stringify([...new Set(spans.map(({ name, parent }) => name + parent))]));
    assert.equal(job()?.parent, '');
    assert.ok(spans.some(({ parent }) => parent === job()?.id));
    await jobChannel
      .tracePromise(() => product.database.run('select 1 / $1::int', ['远航一号']), { name: 'failing' })
      .catch(() => undefined);
    await tracing.flush();
    const failed = spans.filter((span) => span.failed);
    assert.deepEqual(failed.map(({ name, attributes }) => [name, attributes['error.type']]).sort(), [
      ['failing', '22P02'],
      ['select', '22P02'],
    ]);
  });
});
