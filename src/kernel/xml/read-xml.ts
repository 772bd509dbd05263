import { SaxesParser } from 'saxes';

/** An element by its namespace and local name: `DAV: prop`. */
export interface Element {
  readonly name: string;
  /** Its name alone. */
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  /** What stands in it as it is written, the white space between its elements too. */
  text: string;
}

/** What no honest document comes near. */
export interface XmlLimits {
  readonly elements: number;
  readonly depth: number;
}

/**
 * Reads a document that somebody else has written as a tree; undefined where there is none in it. Throws at what is no XML, at
 * more than these limits, and at a document type: so there are no entities of its own to expand.
 */
export function readXml(text: string, most: XmlLimits): Element | undefined {
  const top: Element = { name: '', local: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (reason: string | Error) => {
    throw reason instanceof Error ? reason : new Error(reason);
  };
  parser.on('error', refuse);
  parser.on('doctype', () => refuse('a document type'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) refuse(`the encoding ${encoding}`);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1;
    if (elements > most.elements || open.length > most.depth) refuse('more than is read');
    const told = Object.values(attributes).map(({ local, value }) => [local, value] as const);
    const element: Element = {
      ...{ name: `${uri} ${local}`, local, attributes: new Map(told), children: [], text: '' },
    };
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
