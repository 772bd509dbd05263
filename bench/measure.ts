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
  const run = autocannon({
    url,
    connections: clients,
    duration: seconds,
    // Totals over everything take many seconds where a machine has much to do.
    timeout: 60,
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
  // Its own figures are whole milliseconds, of which an answer takes three.
  const waited: number[] = [];
  run.on('response', (_client, _status, _bytes, milliseconds) => waited.push(milliseconds));
  const result = await run;
  waited.sort((one, other) => one - other);
  const atMost = (share: number) => Math.round((waited[Math.ceil(waited.length * share) - 1] ?? 0) * 10) / 10;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors at ${url}${ask().path}`);
  return { rate: result.requests.average, p50: atMost(0.5), p99: atMost(0.99) };
}

/** The median round, by rate. */
export function median(rounds: readonly Measured[]): Measured {
  const sorted = [...rounds].sort((one, other) => one.rate - other.rate);
  return sorted[Math.floor(sorted.length / 2)] as Measured;
}
