import { connect, type Socket } from 'node:net';
import type { FileScan, FileScanner } from '#kernel/port/file-scanner.ts';

/** Milliseconds for which clamd may be silent: large archives take it a while. */
const patience = 120_000;

/**
 * The virus scanner ClamAV, by clamd's command INSTREAM: pieces of the file, each after its length in four bytes, then a
 * length of nought, then the answer. The address is `clamd://host:3310` or `clamd:///run/clamav/clamd.ctl`.
 * Protocol: the manual page clamd(8).
 */
export function clamdScanner(address: string): FileScanner {
  const { hostname, port, pathname } = new URL(address);
  const place = hostname === '' ? { path: pathname } : { host: hostname, port: Number(port || 3310) };
  return { begin: () => scanOn(connect(place)) };
}

function scanOn(socket: Socket): FileScan {
  let failure: Error | undefined;
  let told = '';
  const ended = new Promise<void>((done) => {
    socket.once('close', () => done());
  });
  socket.setTimeout(patience, () => socket.destroy(new Error('The virus scanner does not answer.')));
  socket.on('error', (error) => {
    failure ??= error;
  });
  socket.on('data', (piece) => {
    told += piece.toString('utf8');
  });
  const send = async (bytes: Uint8Array) => {
    if (socket.destroyed || socket.write(bytes)) return;
    await Promise.race([new Promise((room) => socket.once('drain', room)), ended]);
  };
  const begun = send(Buffer.from('zINSTREAM\0'));
  return {
    async take(piece) {
      await begun;
      if (piece.length > 0) await send(Buffer.concat([lengthOf(piece.length), piece]));
    },
    async verdict() {
      await begun;
      await send(lengthOf(0));
      await ended;
      return verdictIn(told, failure);
    },
    abort() {
      socket.destroy();
    },
  };
}

/** What clamd said: `stream: OK`, `stream: Eicar-Test-Signature FOUND`, or what is wrong. */
function verdictIn(told: string, failure: Error | undefined): string | undefined {
  const answer = told.replace(/\0.*$/s, '').trim();
  if (answer === 'stream: OK') return undefined;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return found;
  throw failure ?? new Error(`The virus scanner says: ${answer || 'nothing'}`);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
