import autocannon from 'autocannon';
import type { Asked } from './cases.ts';

/** What one server did in one or several rounds. */
export interface Measured {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Asks a server as fast as it answers, with so many clients, for some seconds. Rejects when an answer is a refusal. */
export async function measure(
  url: string,
  ask: () => Asked,
  headers: Readonly<Record<string, string>>,
  { seconds, clients }: { readonly seconds: number; readonly clients: number },
): Promise<Measured> {
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, body } = ask();
          const json = body && { 'content-type': 'application/json' };
          return {
            ...request,
            method,
            path,
            headers: { ...headers, ...json },
            ...(body && { body: JSON.stringify(body) }),
          };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors at ${url}${ask().path}`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

/** The median round, by rate. */
export function median(rounds: readonly Measured[]): Measured {
  const sorted = [...rounds].sort((one, other) => one.rate - other.rate);
  return sorted[Math.floor(sorted.length / 2)] as Measured;
}
