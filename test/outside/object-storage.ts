import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import aws4 from 'aws4';
import S3rver from 's3rver';
import type { ObjectStorage } from '#kernel/port/backup-store.ts';
import { closeWithFile } from '#test/closing.ts';

/** The account that s3rver knows. */
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const region = 'cn-hangzhou';

export interface ObjectStorageServer {
  /** How its bucket is reached. */
  readonly storage: ObjectStorage;
  /** How many milliseconds its clock is fast. */
  clock: number;
  /** Lets this many requests pass and cuts off the next. */
  cutAfter: number;
}

/**
 * An S3-compatible service on this machine, with the bucket `backups`: s3rver keeps, and every signature is checked
 * before it against what another program, aws4, makes of the same request.
 */
export async function startObjectStorage(): Promise<ObjectStorageServer> {
  const keeper = new S3rver({
    ...{ silent: true, vhostBuckets: false, configureBuckets: [{ name: 'backups' }] },
    directory: mkdtempSync(join(tmpdir(), 'guanxi-s3-')),
  });
  keeper.logger.exceptions.unhandle();
  await keeper.configureBuckets();
  const answer = keeper.callback();
  const server = createServer((request, response) => {
    if (running.cutAfter-- === 0) return void request.socket.destroy();
    const objection = objectionTo(request, Date.now() + running.clock);
    if (objection === undefined) return answer(request, response);
    request.resume();
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>${objection}</Code><Message>No.</Message></Error>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closeWithFile(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const running: ObjectStorageServer = {
    storage: {
      ...{ address: `http://127.0.0.1:${port}`, bucket: 'backups', folder: 'crm', region },
      ...{ keyId: keys.accessKeyId, secretKey: keys.secretAccessKey },
    },
    clock: 0,
    cutAfter: -1,
  };
  return running;
}

/** As Amazon judges a request: whose key, when, for which region, and whether it was signed with the secret. */
function objectionTo({ headers, method = '', url = '' }: IncomingMessage, now: number): string | undefined {
  const { authorization = '' } = headers;
  const [, keyId, scope, names] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+),/.exec(authorization) ?? [];
  if (keyId === undefined || names === undefined) return 'AccessDenied';
  if (keyId !== keys.accessKeyId) return 'InvalidAccessKeyId';
  const [date = ''] = [headers['x-amz-date']].flat();
  const at = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(at - now) < 15 * 60_000)) return 'RequestTimeTooSkewed';
  if (scope !== region) return 'AuthorizationHeaderMalformed';
  const signed = Object.fromEntries(names.split(';').map((name) => [name, String(headers[name])]));
  const expected = aws4.sign({ service: 's3', region, method, path: url, headers: signed }, keys);
  return expected.headers.Authorization?.split('Signature=')[1] === authorization.split('Signature=')[1]
    ? undefined
    : 'SignatureDoesNotMatch';
}
