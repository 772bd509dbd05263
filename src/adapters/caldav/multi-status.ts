import { type Element, readXml } from '#kernel/xml/read-xml.ts';

/** A large calendar, told of at once; a server's answer is bounded in bytes besides. */
const most = { elements: 2_000_000, depth: 50 };

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
  const root = readXml(text, most);
  if (root?.local !== 'multistatus') throw new Error(`<${root?.local}> is no multistatus`);
  trim(root);
  return {
    responses: childrenOf(root, 'response').map(readResponse),
    syncToken: childOf(root, 'sync-token')?.text,
  };
}

/** By its local name: the names that are asked for differ without their namespaces too. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(({ local }) => local === name);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter(({ local }) => local === name) ?? [];
}

function readResponse(response: Element): ResourceStatus {
  const status = childOf(response, 'status');
  const had = childrenOf(response, 'propstat').filter((each) => statusIn(childOf(each, 'status')) === 200);
  const properties = had.flatMap((each) => childOf(each, 'prop')?.children ?? []);
  return {
    href: childOf(response, 'href')?.text ?? '',
    status: status && statusIn(status),
    properties: new Map(properties.map((each) => [each.local, each])),
  };
}

/** `HTTP/1.1 200 OK` */
function statusIn(element: Element | undefined): number {
  return Number(/^\S+\s+(\d{3})/.exec(element?.text ?? '')?.[1] ?? 0);
}

/** The white space around what stands in an element is nobody's; that of an entry belongs to it. */
function trim(element: Element): void {
  if (element.local !== 'calendar-data') element.text = element.text.trim();
  for (const child of element.children) trim(child);
}
