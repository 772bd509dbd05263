import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** What every scanner takes for a virus though it is none; in two pieces, so that none finds it here. */
export const harmlessVirus = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

export interface VirusScanner {
  readonly address: string;
  close(): Promise<void>;
}

/** A server that speaks clamd's INSTREAM as its manual page has it, and knows one virus. */
export async function startVirusScanner(limit = 1_000_000): Promise<VirusScanner> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let waiting = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let asked = false;
    const answer = (text: string) => socket.end(`${text}\0`);
    socket.on('data', (piece) => {
      waiting = Buffer.concat([waiting, piece]);
      if (!asked) {
        const end = waiting.indexOf(0);
        if (end < 0) return;
        asked = waiting.subarray(0, end).toString() === 'zINSTREAM';
        if (!asked) return void answer('UNKNOWN COMMAND');
        waiting = waiting.subarray(end + 1);
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE(0);
        if (length === 0) {
          const found = content.includes(harmlessVirus);
          return void answer(found ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
        }
        if (waiting.length < 4 + length) return;
        content = Buffer.concat([content, waiting.subarray(4, 4 + length)]);
        if (content.length > limit) return void answer('INSTREAM size limit exceeded. ERROR');
        waiting = waiting.subarray(4 + length);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `clamd://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        if (server.listening) server.close(() => done());
        else done();
      }),
  };
}
