import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../unreadable-file.ts';
import { NODE_LIMIT } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one part listens to. Names come without their namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Feeds text to a listener as XML events; returns the function that takes the next piece. Document type
 * declarations are refused, and with them every entity but the five that XML knows by itself.
 */
export function xmlReader(part: string, listener: XmlListener): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ position: false });
  let withoutEvent = 0;
  const fail = (cause?: unknown): never => {
    throw new UnreadableFile('damaged', { part }, cause);
  };
  parser.on('error', fail);
  parser.on('doctype', () => fail());
  parser.on('opentag', (tag) => {
    withoutEvent = 0;
    listener.open(localName(tag.name), tag.attributes as Attributes);
  });
  parser.on('closetag', (tag) => {
    withoutEvent = 0;
    listener.close?.(localName(tag.name));
  });
  const text = listener.text;
  if (text !== undefined) {
    parser.on('text', (found) => text(found));
    parser.on('cdata', (found) => text(found));
  }
  return {
    write(piece) {
      withoutEvent += piece.length;
      if (withoutEvent > NODE_LIMIT) throw new UnreadableFile('tooLarge', { part, limit: NODE_LIMIT });
      parser.write(piece);
    },
    end() {
      parser.close();
    },
  };
}

/** Reads a whole part. */
export async function readXml(
  part: string,
  text: AsyncIterable<string>,
  listener: XmlListener,
): Promise<void> {
  const reader = xmlReader(part, listener);
  for await (const piece of text) reader.write(piece);
  reader.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
