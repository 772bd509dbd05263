import { type CalendarLogin, DistantFailure } from '#kernel/port/distant-calendar.ts';
import { fetchOutside } from '../outgoing/fetch-outside.ts';
import { addressObjection, type Reach } from '../outgoing/post-outside.ts';
import { type MultiStatus, readMultiStatus } from './multi-status.ts';

/** Bytes that an answer may have: a calendar of some ten thousand entries is listed in so many. */
const mostAnswer = 16 * 1024 * 1024;

export interface DavRequest {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks a server as somebody. What it answers is for the caller, but that it knows him and does not fail. */
export async function davRequest(
  { userName, password }: CalendarLogin,
  address: string,
  { method, headers, body }: DavRequest,
  reach: Reach,
): Promise<Response> {
  const objection = addressObjection(address, reach);
  if (objection !== undefined) throw new DistantFailure('notPublic', address);
  const authorization = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
  const known = { authorization, 'user-agent': 'Guanxi', ...headers };
  const asked = fetchOutside(address, { method, headers: known, body, most: mostAnswer }, reach);
  const answer = await asked.catch((error: Error) => {
    if (/notPublic$/.test(error.message)) throw new DistantFailure('notPublic', address);
    throw new DistantFailure('calendarAway', error.message);
  });
  if (answer.status === 401) throw new DistantFailure('calendarSignIn', '401');
  if (answer.status >= 500 && answer.status !== 501 && answer.status !== 507)
    throw new DistantFailure('calendarAway', String(answer.status));
  return answer;
}

/** Asks for properties or a report; undefined when the server knows no answer to that. */
export async function multiStatus(
  login: CalendarLogin,
  address: string,
  {
    method,
    depth,
    body,
  }: { readonly method: 'PROPFIND' | 'REPORT'; readonly depth: 0 | 1; readonly body: string },
  reach: Reach,
): Promise<MultiStatus | undefined> {
  const headers = { depth: String(depth), 'content-type': 'application/xml; charset=utf-8' };
  const answer = await davRequest(login, address, { method, headers, body: xml(body) }, reach);
  if (answer.status !== 207) return undefined;
  try {
    return readMultiStatus(await answer.text());
  } catch (error) {
    throw new DistantFailure('calendarAway', error instanceof Error ? error.message : String(error));
  }
}

/** The namespaces of WebDAV, CalDAV and of what Apple's server has added. */
const spaces =
  'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"';

function xml(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>${body.replace(/^<([\w:-]+)/, `<$1 ${spaces}`)}`;
}

/** Text within an element. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
