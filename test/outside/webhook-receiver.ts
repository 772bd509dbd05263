import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeWithFile } from '#test/closing.ts';
import { eventually } from '#test/eventually.ts';

/** Something that a program was told. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly text: string;
  readonly body: ReturnType<JSON['parse']>;
}

/** A program that is told of changes by HTTP, and answers as the test wants it to. */
export async function startReceiver(answer: (reply: ServerResponse, received: Received) => void = taken) {
  const received: Received[] = [];
  const behaviour = { answer };
  const server = createServer(async (request, reply) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString('utf8');
    const one = { headers: request.headers, text, body: JSON.parse(text) };
    received.push(one);
    behaviour.answer(reply, one);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closeWithFile(() => server.close().closeAllConnections());
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    behaviour,
    /** The first that fits, as soon as it has come. */
    until: (fits: (one: Received) => boolean) => eventually(async () => received.find(fits)),
  };
}

/** It has taken what it was told. */
export function taken(reply: ServerResponse): void {
  reply.writeHead(200).end('thank you');
}

/** Answers with a status alone. */
export function withStatus(
  status: number,
  headers: Record<string, string> = {},
): (reply: ServerResponse) => void {
  return (reply) => void reply.writeHead(status, headers).end(`status ${status}`);
}
