import { request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { Readable } from 'node:stream';
import { addressObjection, publicLookup, type Reach } from './post-outside.ts';

/** Milliseconds without a byte after which a connection is given up. */
const patience = 60_000;

/** `fetch` for addresses that somebody else named, for bodies of any length: judged by the IP address connected to. */
export function streamOutside(reach: Reach = {}): typeof fetch {
  return (input, init = {}) => {
    const address = String(input);
    const objection = addressObjection(address, reach);
    if (objection !== undefined) return Promise.reject(new Error(`${address}: ${objection}`));
    const send = new URL(address).protocol === 'https:' ? requestEncrypted : requestPlain;
    const { method = 'GET', body } = init;
    const headers = Object.fromEntries(new Headers(init.headers));
    return new Promise((done, fail) => {
      const asked = send(address, { method, headers, lookup: publicLookup(reach) }, (answer) => {
        const known = Object.entries(answer.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        const status = answer.statusCode ?? 502;
        const empty = method === 'HEAD' || status === 204 || status === 304;
        if (empty) answer.resume();
        const told = empty ? null : (Readable.toWeb(answer) as ReadableStream);
        done(new Response(told, { status, headers: known }));
      });
      asked.setTimeout(patience, () => asked.destroy(new Error(`${address}: no answer`)));
      asked.on('error', fail);
      asked.end(body as Uint8Array | string | undefined);
    });
  };
}
