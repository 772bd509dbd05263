export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The namespaces of WebDAV, CardDAV and of what Apple's server has added, by the prefixes used in answers. */
const prefixes = {
  d: 'DAV:',
  a: 'urn:ietf:params:xml:ns:carddav',
  s: 'http://calendarserver.org/ns/',
} as const;

export const spaces = Object.entries(prefixes)
  .map(([prefix, space]) => `xmlns:${prefix}="${space}"`)
  .join(' ');

/** `DAV: getetag` of `d:getetag`: what a property is known by, whatever prefix it has elsewhere. */
export function nameOf(prefixed: string): string {
  const [prefix = '', local = ''] = prefixed.split(':');
  return `${prefixes[prefix as keyof typeof prefixes]} ${local}`;
}

/** An empty element of that name. */
export function empty(name: string): string {
  const [space = '', local = ''] = name.split(' ');
  return space === '' ? `<${local} xmlns=""/>` : `<x:${local} xmlns:x="${escaped(space)}"/>`;
}

export function href(path: string): string {
  return `<d:href>${escaped(path)}</d:href>`;
}

/** Text within an element or an attribute: line ends stay as they are, and what XML cannot hold is left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
