import { BackupFault } from './backup-fault.ts';

/** A backup before it is sealed is a row of frames: facts as JSON, and the data they speak of. */
export type Frame =
  | { readonly kind: 'facts'; readonly facts: unknown }
  | { readonly kind: 'data'; readonly data: Buffer };

const kinds = { facts: 0x46, data: 0x44 } as const;
const headLength = 5;

export function frameOf(frame: Frame): Buffer {
  const content = frame.kind === 'facts' ? Buffer.from(JSON.stringify(frame.facts)) : frame.data;
  const head = Buffer.alloc(headLength);
  head[0] = kinds[frame.kind];
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

export async function* readFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    let at = 0;
    while (held.length - at >= headLength) {
      const end = at + headLength + held.readUInt32BE(at + 1);
      if (held.length < end) break;
      const content = held.subarray(at + headLength, end);
      yield held[at] === kinds.facts
        ? { kind: 'facts', facts: JSON.parse(content.toString('utf8')) as unknown }
        : { kind: 'data', data: content };
      at = end;
    }
    held = held.subarray(at);
  }
  if (held.length > 0) throw new BackupFault('The backup ends in the middle.');
}
