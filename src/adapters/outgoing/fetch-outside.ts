import { request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { addressObjection, publicLookup, type Reach } from './post-outside.ts';

/** Milliseconds until an answer must be there, and bytes that it may have unless told. */
const [patience, usual] = [20_000, 1024 * 1024];

export interface OutsideRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Bytes that the answer may have. */
  readonly most?: number;
}

/** `fetch` for addresses that somebody else named: judged by the IP address connected to, without redirections. */
export function fetchOutside(
  address: string,
  { method, headers, body, most = usual }: OutsideRequest,
  reach: Reach = {},
): Promise<Response> {
  const objection = addressObjection(address, reach);
  if (objection !== undefined) return Promise.reject(new Error(`${address}: ${objection}`));
  const send = new URL(address).protocol === 'https:' ? requestEncrypted : requestPlain;
  const signal = AbortSignal.timeout(patience);
  return new Promise((done, fail) => {
    const asked = send(address, { method, headers, lookup: publicLookup(reach), signal }, (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length > most) asked.destroy(new Error(`${address}: tooLarge`));
      });
      answer.on('end', () => {
        const known = Object.entries(answer.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        const status = answer.statusCode ?? 502;
        const empty = status === 204 || status === 304;
        done(new Response(empty ? null : Buffer.concat(parts), { status, headers: known }));
      });
      answer.on('error', fail);
    });
    asked.on('error', fail);
    asked.end(body);
  });
}
