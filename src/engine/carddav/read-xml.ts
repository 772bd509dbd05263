import { SaxesParser } from 'saxes';
import { DavError } from './dav-error.ts';

/** An element by its namespace and local name: `DAV: prop`. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/** What no request of an honest client comes near. */
const most = { elements: 20_000, depth: 20 };

/** The root of a request; undefined when there is none. A document type is refused, and so is every entity of its own. */
export function readXml(body: Buffer): Element | undefined {
  if (body.length === 0) return undefined;
  try {
    return read(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw error instanceof DavError ? error : new DavError(400);
  }
}

function read(text: string): Element | undefined {
  const top: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  const refuse = () => {
    throw new DavError(400);
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) refuse();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1;
    if (elements > most.elements || open.length > most.depth) refuse();
    const told = Object.values(attributes).map(({ local, value }) => [local, value] as const);
    const element: Element = { name: `${uri} ${local}`, attributes: new Map(told), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const add = (part: string) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return top.children[0];
}
