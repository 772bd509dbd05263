import { AsyncLocalStorage } from 'node:async_hooks';
import type { TracingChannel } from 'node:diagnostics_channel';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { FastifyInstance } from 'fastify';
import { samplerFrom } from './sampler-from.ts';

export interface Tracing {
  /** Follows each request of a server, and what is done for it; ends with the server. */
  follow(app: FastifyInstance): void;
  /** Sends what has ended. */
  flush(): Promise<void>;
}

/** What tells of the work: statements without their values, and jobs. */
export interface WorkChannels {
  readonly statements: TracingChannel<unknown, { readonly text: string }>;
  readonly jobs: TracingChannel<unknown, { readonly name: string }>;
}

/**
 * Traces requests, statements and jobs and sends them by OTLP over HTTP, as the standard variables of the environment say
 * (OTEL_EXPORTER_OTLP_ENDPOINT …). Spans name routes and statements, and hold no value that anybody entered.
 */
export function startTracing(version: string, { statements, jobs }: WorkChannels): Tracing {
  const named = resourceFromAttributes({ 'service.name': 'guanxi', 'service.version': version });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(named)
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerFrom(process.env),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('guanxi', version);
  const current = new AsyncLocalStorage<Span | undefined>();
  /** The span that this belongs to; one that has ended has left nothing but a loop that it woke. */
  const parent = () => {
    const span = current.getStore();
    return span?.isRecording() ? span : undefined;
  };
  const spans = new WeakMap<object, Span>();
  const listen = <Message extends object>(
    channel: TracingChannel<unknown, Message>,
    begin: (message: Message) => Span | undefined,
  ) => {
    channel.start.bindStore(current, (message) => {
      const span = begin(message);
      if (span !== undefined) spans.set(message, span);
      return span ?? current.getStore();
    });
    const heard = {
      error: (message: Message & { error: unknown }) => fail(spans.get(message), message.error),
      asyncEnd: (message: Message) => spans.get(message)?.end(),
    };
    channel.subscribe(heard as Parameters<typeof channel.subscribe>[0]);
    return () => {
      channel.start.unbindStore(current);
      channel.unsubscribe(heard as Parameters<typeof channel.unsubscribe>[0]);
    };
  };
  const stops = [
    listen(statements, ({ text }) => {
      const above = parent();
      if (above === undefined) return undefined;
      const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, 4000) };
      const name = /\w+/.exec(text)?.[0]?.toLowerCase() ?? 'statement';
      return tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, within(above));
    }),
    listen(jobs, ({ name }) => {
      const above = parent();
      return tracer.startSpan(name, { kind: SpanKind.INTERNAL }, above ? within(above) : ROOT_CONTEXT);
    }),
  ];
  return {
    flush: () => provider.forceFlush(),
    follow(app) {
      const requests = new WeakMap<object, Span>();
      app.addHook('onRequest', (request, _reply, done) => {
        const { method, headers, routeOptions } = request;
        const route = routeOptions.url ?? 'none';
        const attributes = {
          'http.request.method': method,
          'http.route': route,
          'guanxi.request.id': request.id,
        };
        const options = { kind: SpanKind.SERVER, attributes };
        const span = tracer.startSpan(`${method} ${route}`, options, callerOf(headers.traceparent));
        requests.set(request, span);
        current.run(span, done);
      });
      app.addHook('onResponse', async (request, { statusCode }) => {
        const span = requests.get(request);
        span?.setAttribute('http.response.status_code', statusCode);
        if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
        span?.end();
      });
      app.addHook('onClose', async () => {
        for (const stop of stops) stop();
        await provider.shutdown();
      });
    },
  };
}

function within(span: Span): Context {
  return trace.setSpan(ROOT_CONTEXT, span);
}

/** The trace that whoever asks is in, as W3C writes it. */
function callerOf(header: string | string[] | undefined): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(header ?? '')) ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16) & 1;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** Which error, by its code or name: its message may repeat what somebody entered. */
function fail(span: Span | undefined, error: unknown): void {
  const { code, name } = error as { code?: unknown; name?: string };
  span?.setAttribute('error.type', String(code ?? name ?? 'error'));
  span?.setStatus({ code: SpanStatusCode.ERROR });
}
