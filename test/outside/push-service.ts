import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { closeWithFile } from '#test/closing.ts';

export interface PushedMessage {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What the browser reads after decrypting. */
  readonly message: Readonly<Record<string, string>>;
  readonly subscription: string;
}

export interface PushService {
  readonly received: readonly PushedMessage[];
  /** What `PushSubscription.toJSON()` of a new browser gives. */
  subscribe(name: string): {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  /** Answers for this browser with a status from now on; 201 takes messages again. */
  answer(name: string, status: number): void;
}

interface Browser {
  readonly keys: ReturnType<typeof createECDH>;
  readonly auth: Buffer;
  status: number;
}

/** A push service as RFC 8030 describes it, with browsers that decrypt (RFC 8291) and a check of who sends (RFC 8292). */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, Browser>();
  const received: PushedMessage[] = [];
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '').slice('/push/'.length);
    const browser = browsers.get(name);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const status = browser?.status ?? 404;
    if (browser === undefined || status !== 201) return response.writeHead(status).end(`status ${status}`);
    try {
      checkSender(request.headers.authorization ?? '', origin);
      if (request.headers.ttl === undefined) throw new Error('no TTL');
      if (request.headers['content-encoding'] !== 'aes128gcm') throw new Error('not aes128gcm');
      const message = JSON.parse(decrypted(Buffer.concat(parts), browser)) as Record<string, string>;
      received.push({ headers: request.headers, message, subscription: name });
      return response.writeHead(201, { location: `/messages/${received.length}` }).end();
    } catch (error) {
      return response.writeHead(403).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  closeWithFile(() => server.close());
  return {
    received,
    subscribe(name) {
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const auth = randomBytes(16);
      browsers.set(name, { keys, auth, status: 201 });
      return {
        endpoint: `${origin}/push/${name}`,
        keys: { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') },
      };
    },
    answer(name, status) {
      const browser = browsers.get(name);
      if (browser) browser.status = status;
    },
  };
}

/** RFC 8188 with the keys of RFC 8291. */
function decrypted(body: Buffer, { keys, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + (body[20] as number));
  const content = body.subarray(21 + sender.length);
  const derive = (secret: Uint8Array, from: Uint8Array, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, from, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const secret = derive(keys.computeSecret(sender), auth, info, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(content.subarray(-16));
  const padded = Buffer.concat([decipher.update(content.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  return padded.subarray(0, end).toString('utf8');
}

/** `vapid t=…, k=…`: a token for this service, in force, signed with the key that is named. */
function checkSender(authorization: string, audience: string): void {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<
    string,
    never
  >;
  if (!signed) throw new Error('not signed by the key');
  if (aud !== audience) throw new Error(`for ${aud}`);
  if (Number(exp) < Date.now() / 1000 || Number(exp) > Date.now() / 1000 + 86_400)
    throw new Error('out of date');
  if (!/^(mailto:|https:)/.test(String(sub))) throw new Error('nobody to complain to');
}
