import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeWithFile } from '#test/closing.ts';

/** A server of calendars as RFC 4791 and 6578 have it, with one person and one calendar. */
export interface CalDavServer {
  /** Where people are told to look for it. */
  readonly address: string;
  /** What lies in the calendar, by path. */
  readonly entries: Map<string, string>;
  /** How the person's own program puts something there or takes it out. */
  put(name: string, text: string): void;
  remove(name: string): void;
  /** Methods that were asked for, in order, since this was last looked at. */
  taken(): readonly string[];
  /** What it can and lets; changed by tests. */
  can: { sync: boolean; write: boolean; password: string };
}

const user = 'wei';
const principal = '/principals/wei/';
const home = '/calendars/wei/';
const calendar = `${home}meetings/`;

/** Starts one on a port of its own; closed when the test file has ended. */
export async function startCalDavServer(): Promise<CalDavServer> {
  const entries = new Map<string, string>();
  const log: string[] = [];
  const asked: string[] = [];
  const can = { sync: true, write: true, password: 'own program 7' };
  const change = (path: string, text: string | undefined) => {
    if (text === undefined) entries.delete(path);
    else entries.set(path, text);
    log.push(path);
  };
  const server = createServer(async (request, answer) => {
    const body = await bodyOf(request);
    const path = request.url ?? '/';
    const method = request.method ?? '';
    asked.push(method);
    const given = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64').toString();
    if (given !== `${user}:${can.password}`)
      return answer.writeHead(401, { 'www-authenticate': 'Basic realm="calendars"' }).end();
    if (path === '/.well-known/caldav') return answer.writeHead(301, { location: '/dav/' }).end();
    if (method === 'PROPFIND') return propfind(path, String(request.headers.depth ?? '0'), answer);
    if (method === 'REPORT' && path === calendar) return report(body, answer);
    const there = entries.get(path);
    const { 'if-match': match, 'if-none-match': none } = request.headers;
    const stale = (match !== undefined && match !== tagOf(there)) || (none === '*' && there !== undefined);
    if (!can.write) return answer.writeHead(403).end();
    if (stale) return answer.writeHead(412).end();
    if (method === 'PUT' && path.startsWith(calendar)) {
      change(path, body);
      return answer.writeHead(there === undefined ? 201 : 204, { etag: tagOf(body) }).end();
    }
    if (method === 'DELETE' && there !== undefined) {
      change(path, undefined);
      return answer.writeHead(204).end();
    }
    return answer.writeHead(there === undefined ? 404 : 405).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closeWithFile(() => server.close());

  function propfind(path: string, depth: string, answer: ServerResponse) {
    const link = (name: string, to: string) => `<${name}><D:href>${to}</D:href></${name}>`;
    const about: Record<string, string> = {
      '/dav/': link('D:current-user-principal', principal),
      [principal]: link('C:calendar-home-set', home),
      [home]: '<D:resourcetype><D:collection/></D:resourcetype>',
      [`${home}tasks/`]: kind('任务', 'VTODO'),
      [calendar]: `${kind('工作', 'VEVENT')}<S:getctag>${log.length}</S:getctag>`,
    };
    if (about[path] === undefined) return answer.writeHead(404).end();
    const below =
      depth === '1' ? Object.keys(about).filter((each) => each !== path && each.startsWith(path)) : [];
    const within = path === calendar && depth === '1' ? [...entries.keys()] : [];
    return multiStatus(answer, [
      ...[path, ...below].map((each) => found(each, about[each] ?? '')),
      ...within.map((each) => found(each, `<D:getetag>${tagOf(entries.get(each))}</D:getetag>`)),
    ]);
  }

  function report(body: string, answer: ServerResponse) {
    if (/calendar-multiget/.test(body)) {
      const wanted = [...body.matchAll(/<d:href>([^<]*)<\/d:href>/g)].map(([, href = '']) => href);
      return multiStatus(
        answer,
        wanted.map((each) => {
          const text = entries.get(each);
          return text === undefined
            ? missing(each)
            : found(
                each,
                `<D:getetag>${tagOf(text)}</D:getetag><C:calendar-data>${escaped(text)}</C:calendar-data>`,
              );
        }),
      );
    }
    if (!can.sync) return answer.writeHead(501).end();
    const token = /<d:sync-token>(?:urn:sync:(\d+))?<\/d:sync-token>/.exec(body);
    const since = Number(token?.[1] ?? 0);
    if (token === null || since > log.length) return answer.writeHead(403).end();
    const paths = [...new Set(log.slice(since))].filter((each) => since > 0 || entries.has(each));
    const told = paths.map((each) =>
      entries.has(each) ? found(each, `<D:getetag>${tagOf(entries.get(each))}</D:getetag>`) : missing(each),
    );
    return multiStatus(answer, [...told, `<D:sync-token>urn:sync:${log.length}</D:sync-token>`]);
  }

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    entries,
    can,
    put: (name, text) => change(calendar + name, text),
    remove: (name) => change(calendar + name, undefined),
    taken: () => asked.splice(0),
  };
}

function kind(name: string, component: string): string {
  return `<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:displayname>${name}</D:displayname>
    <C:supported-calendar-component-set><C:comp name="${component}"/></C:supported-calendar-component-set>`;
}

function found(href: string, properties: string): string {
  return `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${properties}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
}

function missing(href: string): string {
  return `<D:response><D:href>${href}</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>`;
}

function multiStatus(answer: ServerResponse, parts: readonly string[]) {
  return answer
    .writeHead(207, { 'content-type': 'application/xml; charset=utf-8' })
    .end(
      `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/">${parts.join('')}</D:multistatus>`,
    );
}

function tagOf(text: string | undefined): string {
  return text === undefined ? '' : `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
