import { type Element, readXml } from '#kernel/xml/read-xml.ts';
import { DavError } from './dav-error.ts';

/** What no request of an honest client comes near. */
const most = { elements: 20_000, depth: 20 };

/** The root of a request; undefined when there is none. */
export function readRequest(body: Buffer): Element | undefined {
  if (body.length === 0) return undefined;
  try {
    return readXml(new TextDecoder('utf-8', { fatal: true }).decode(body), most);
  } catch {
    throw new DavError(400);
  }
}
