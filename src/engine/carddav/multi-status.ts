import type { Element } from '#kernel/xml/read-xml.ts';
import type { Resource } from './resource.ts';
import { declaration, empty, href, nameOf, spaces } from './write-xml.ts';

/** Which properties are asked for: those of these names, all, or their names alone. */
export type Asked = readonly string[] | 'all' | 'names';

/** What a request asks for; one that says nothing asks for all. */
export function askedIn(element: Element | undefined): Asked {
  const named = childOf(element, 'd:prop');
  if (named !== undefined) return named.children.map(({ name }) => name);
  return childOf(element, 'd:propname') ? 'names' : 'all';
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  const wanted = nameOf(name);
  return element?.children.find((child) => child.name === wanted);
}

/** An answer about several resources at once (RFC 4918, 13). */
export function multiStatus(responses: readonly string[], syncToken?: string): string {
  const token = syncToken === undefined ? '' : `<d:sync-token>${syncToken}</d:sync-token>`;
  return `${declaration}<d:multistatus ${spaces}>${responses.join('')}${token}</d:multistatus>`;
}

/** That there is no such resource, or whatever else is true of it as a whole. */
export function statusOf(path: string, status: string, more = ''): string {
  return `<d:response>${href(path)}<d:status>HTTP/1.1 ${status}</d:status>${more}</d:response>`;
}

/** What a resource has of what is asked for, and what it has not. */
export async function propertiesOf({ path, properties }: Resource, asked: Asked): Promise<string> {
  const found: string[] = [];
  const missing: string[] = [];
  // The text of a card is told to those alone who ask for it by name.
  const every = [...properties.keys()].filter((name) => name !== nameOf('a:address-data'));
  for (const name of new Set(typeof asked === 'string' ? every : asked)) {
    const value = properties.get(name);
    if (value === undefined) missing.push(empty(name));
    else found.push(asked === 'names' ? empty(name) : filled(name, await value()));
  }
  const had = found.length > 0 || missing.length === 0 ? propstat(found, '200 OK') : '';
  const lacked = missing.length > 0 ? propstat(missing, '404 Not Found') : '';
  return `<d:response>${href(path)}${had}${lacked}</d:response>`;
}

function propstat(properties: readonly string[], status: string): string {
  return `<d:propstat><d:prop>${properties.join('')}</d:prop><d:status>HTTP/1.1 ${status}</d:status></d:propstat>`;
}

function filled(name: string, content: string): string {
  const [space, local] = name.split(' ');
  return `<x:${local} xmlns:x="${space}">${content}</x:${local}>`;
}
