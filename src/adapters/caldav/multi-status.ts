import { SaxesParser } from 'saxes';

/** An element of XML by its local name: the names that are asked for differ without their namespaces too. */
export interface Element {
  readonly name: string;
  /** Its attribute `name`, by which CalDAV tells kinds of components. */
  readonly called?: string | undefined;
  readonly children: Element[];
  text: string;
}

/** What a server says of several resources at once (RFC 4918, 13). */
export interface MultiStatus {
  readonly responses: readonly ResourceStatus[];
  readonly syncToken: string | undefined;
}

export interface ResourceStatus {
  /** As the server writes it. */
  readonly href: string;
  /** Of the resource as a whole, where one is told. */
  readonly status: number | undefined;
  /** What it has, by name. */
  readonly properties: ReadonlyMap<string, Element>;
}

/** Reads the answer; throws when it is none. */
export function readMultiStatus(text: string): MultiStatus {
  const root = readElement(text);
  if (root.name !== 'multistatus') throw new Error(`<${root.name}> is no multistatus`);
  return {
    responses: childrenOf(root, 'response').map(readResponse),
    syncToken: childOf(root, 'sync-token')?.text,
  };
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function readResponse(response: Element): ResourceStatus {
  const status = childOf(response, 'status');
  const had = childrenOf(response, 'propstat').filter((each) => statusIn(childOf(each, 'status')) === 200);
  const properties = had.flatMap((each) => childOf(each, 'prop')?.children ?? []);
  return {
    href: childOf(response, 'href')?.text ?? '',
    status: status && statusIn(status),
    properties: new Map(properties.map((each) => [each.name, each])),
  };
}

/** `HTTP/1.1 200 OK` */
function statusIn(element: Element | undefined): number {
  return Number(/^\S+\s+(\d{3})/.exec(element?.text ?? '')?.[1] ?? 0);
}

function readElement(text: string): Element {
  const top: Element = { name: '', children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const element: Element = { name: local, called: attributes.name?.value, children: [], text: '' };
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
    const element = open.pop();
    // The white space between elements is nobody's; that of an entry belongs to it.
    if (element && element.name !== 'calendar-data') element.text = element.text.trim();
  });
  parser.write(text).close();
  return top.children[0] ?? top;
}
