import type { Tracing } from '#adapters/opentelemetry/tracing.ts';
import { jobChannel, statementChannel } from '#engine/tracing/work-channels.ts';
import { version } from './version.ts';

/** Traces where the environment names a collector; else nothing of it is even loaded. */
export async function tracingFrom({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own = endpoint,
  OTEL_TRACES_EXPORTER: exporter,
  OTEL_SDK_DISABLED: disabled,
}: NodeJS.ProcessEnv): Promise<Tracing | undefined> {
  if (!own || exporter === 'none' || disabled === 'true') return undefined;
  const { startTracing } = await import('#adapters/opentelemetry/tracing.ts');
  return startTracing(version, { statements: statementChannel, jobs: jobChannel });
}
