import { createConnection, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A network between two programs that can be made bad. */
export interface TcpProxy {
  readonly port: number;
  /** Milliseconds that every piece takes in each direction, and bytes that pass in a second. */
  slow(milliseconds: number, bytesPerSecond: number): void;
  /** Breaks every connection off and refuses new ones. */
  cut(): void;
  /** Lets nothing through any more and tells nobody, as a firewall or a pulled cable does. */
  swallow(): void;
  /** As good as new; what was swallowed arrives. */
  mend(): void;
  close(): void;
}

/** Passes on what comes to a port of this machine to another port. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let state: 'open' | 'cut' | 'swallowing' = 'open';
  let [delay, rate] = [0, Number.POSITIVE_INFINITY];

  async function pass(from: Socket, to: Socket): Promise<void> {
    for await (const piece of from as AsyncIterable<Buffer>) {
      if (delay > 0) await pause(delay + (piece.length / rate) * 1000);
      while (state === 'swallowing') await pause(50);
      if (!to.write(piece)) await new Promise((done) => to.once('drain', done).once('close', done));
    }
    to.end();
  }

  const server = createServer((near) => {
    if (state === 'cut') return near.destroy();
    const far = createConnection({ port: target, host: '127.0.0.1' });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      pass(from, to).catch(() => to.destroy());
    }
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    slow(milliseconds, bytesPerSecond) {
      [delay, rate] = [milliseconds, bytesPerSecond];
    },
    cut() {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
    },
    swallow() {
      state = 'swallowing';
    },
    mend() {
      state = 'open';
      [delay, rate] = [0, Number.POSITIVE_INFINITY];
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
