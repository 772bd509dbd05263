import { lookup as resolve } from 'node:dns';
import { type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address.ts';

/** Where requests to addresses that others named may go. */
export interface Reach {
  /** Also to this machine, and unencrypted: for tests. */
  readonly loopback?: boolean;
  /** Also to machines of the own network, encrypted. */
  readonly ownNetwork?: boolean;
}

export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The beginning of what was said. */
  readonly body: string;
}

/** How long an answer is waited for, in milliseconds, and how much of it is read, in bytes. */
export interface Limits {
  readonly patience?: number;
  readonly most?: number;
  /** Gives up when it says so. */
  readonly signal?: AbortSignal;
}

/** Why an address that somebody else named is not asked; undefined when it may be. Its names are judged when resolved. */
export function addressObjection(
  address: string,
  { loopback = false, ownNetwork = false }: Reach = {},
): string | undefined {
  if (!URL.canParse(address)) return 'notAUrl';
  const { protocol, hostname, username, password, port } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (loopback && isLoopback(host)) return undefined;
  if (protocol !== 'https:' || username !== '' || password !== '') return 'notPublic';
  if (ownNetwork) return undefined;
  if (port !== '' && port !== '443') return 'notPublic';
  const judged =
    isIP(host) === 0 ? !/(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host) : isPublicAddress(host);
  return judged && host.includes(isIP(host) === 6 ? ':' : '.') ? undefined : 'notPublic';
}

/**
 * Posts to an address that somebody else named. It is asked only when it is public, judged by the very IP address that
 * is connected to, so that a name which changes its meaning leads nowhere; redirections are not followed.
 */
export function postOutside(
  address: string,
  headers: Readonly<Record<string, string | number>>,
  body: Uint8Array,
  reach: Reach = {},
  { patience = 20_000, most = 4096, signal: given }: Limits = {},
): Promise<OutsideAnswer> {
  const objection = addressObjection(address, reach);
  if (objection !== undefined) return Promise.reject(new Error(objection));
  const signal = AbortSignal.any([AbortSignal.timeout(patience), ...(given ? [given] : [])]);
  const options: RequestOptions = { method: 'POST', headers, lookup: publicLookup(reach), signal };
  const send = new URL(address).protocol === 'https:' ? requestEncrypted : requestPlain;
  return new Promise((done, fail) => {
    const asked = send(address, options, (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      const told = () => {
        const text = Buffer.concat(parts).subarray(0, most).toString('utf8');
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      };
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length < most) return;
        told();
        asked.destroy();
      });
      answer.on('end', told);
      answer.on('error', fail);
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

/** Finds the addresses of a name, and none when one of them is not public. */
export function publicLookup({ loopback = false, ownNetwork = false }: Reach): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const fine = found.filter(
        ({ address }) => ownNetwork || isPublicAddress(address) || (loopback && isLoopback(address)),
      );
      const [first] = fine;
      // One private address among public ones is a trap as well.
      if (first === undefined || fine.length < found.length)
        return callback(new Error(`${hostname}: notPublic`), '', 0);
      if (options.all === true) return callback(null, fine);
      return callback(null, first.address, first.family);
    });
  };
}
