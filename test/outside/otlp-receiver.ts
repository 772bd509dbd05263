import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { closeWithFile } from '#test/closing.ts';

export interface ReceivedSpan {
  readonly trace: string;
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  /** Nanoseconds. */
  readonly start: bigint;
  readonly end: bigint;
  readonly attributes: Readonly<Record<string, string>>;
  readonly failed: boolean;
  readonly service: string;
}

/** A collector on this machine that takes spans as OTLP sends them over HTTP, in protocol buffers. */
export async function startOtlpReceiver(): Promise<{ readonly url: string; readonly spans: ReceivedSpan[] }> {
  const spans: ReceivedSpan[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const sent = Buffer.concat(parts);
      const isRight =
        request.url === '/v1/traces' && request.headers['content-type'] === 'application/x-protobuf';
      if (isRight)
        spans.push(...spansIn(request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent));
      response.writeHead(isRight ? 200 : 400, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closeWithFile(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans };
}

type Field = Buffer | bigint;

/** The fields of a message of protocol buffers, by their numbers. */
function fieldsOf(message: Buffer): (number: number) => readonly Field[] {
  const fields: { number: number; value: Field }[] = [];
  let at = 0;
  const varint = () => {
    let [value, shift] = [0n, 0n];
    for (;;) {
      const byte = message[at++] ?? 0;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7n;
    }
  };
  const bytes = (length: number) => {
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const key = Number(varint());
    const kind = key & 7;
    const value =
      kind === 0
        ? varint()
        : kind === 1
          ? bytes(8).readBigUInt64LE()
          : bytes(kind === 5 ? 4 : Number(varint()));
    fields.push({ number: key >> 3, value });
  }
  return (number) => fields.filter((field) => field.number === number).map(({ value }) => value);
}

const messages = (fields: readonly Field[]) => fields.map((field) => fieldsOf(field as Buffer));

/** By the numbers of opentelemetry/proto/collector/trace/v1 and trace/v1. */
function spansIn(request: Buffer): readonly ReceivedSpan[] {
  return messages(fieldsOf(request)(1)).flatMap((resourceSpans) => {
    const [resource] = messages(resourceSpans(1));
    const service = attributesOf(resource?.(1) ?? [])['service.name'] ?? '';
    return messages(resourceSpans(2)).flatMap((scopeSpans) =>
      messages(scopeSpans(2)).map((span) => ({
        trace: hex(span(1)),
        id: hex(span(2)),
        parent: hex(span(4)),
        name: String(span(5)[0]),
        start: span(7)[0] as bigint,
        end: span(8)[0] as bigint,
        attributes: attributesOf(span(9)),
        failed: messages(span(15)).some((status) => status(3)[0] === 2n),
        service,
      })),
    );
  });
}

function attributesOf(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(
    messages(fields).map((pair) => {
      const [value] = messages(pair(2));
      return [String(pair(1)[0]), String(value?.(1)[0] ?? value?.(3)[0] ?? '')];
    }),
  );
}

const hex = ([field]: readonly Field[]) => (field as Buffer | undefined)?.toString('hex') ?? '';
