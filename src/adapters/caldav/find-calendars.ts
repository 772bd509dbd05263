import { type CalendarLogin, DistantFailure, type FoundCalendar } from '#kernel/port/distant-calendar.ts';
import type { Reach } from '../outgoing/post-outside.ts';
import { davRequest, multiStatus } from './dav-request.ts';
import { childOf, childrenOf, type ResourceStatus } from './multi-status.ts';
import { within } from './within.ts';

/**
 * The calendars of somebody for events, as RFC 6764 and 4791 say that they are found: at the address given or the one
 * well known, the principal; of him, where his calendars are; there, which there are.
 */
export async function findCalendars(login: CalendarLogin, reach: Reach): Promise<readonly FoundCalendar[]> {
  const given = addressIn(login.address);
  for (const start of [given, new URL('/.well-known/caldav', given).href]) {
    const at = await redirected(login, start, reach);
    const about = await propertiesOf(login, at, reach);
    if (about === undefined) continue;
    if (isCalendar(about)) return [found(about, at)];
    const principal = linkIn(about, 'current-user-principal', at) ?? at;
    const person = principal === at ? about : await propertiesOf(login, principal, reach);
    const homes = childrenOf(person?.properties.get('calendar-home-set'), 'href');
    const calendars: FoundCalendar[] = [];
    for (const { text } of homes)
      calendars.push(...(await calendarsIn(login, within(principal, text), reach)));
    if (calendars.length > 0) return calendars;
  }
  throw new DistantFailure('noCalendars', given);
}

function addressIn(text: string): string {
  const entered = text.trim();
  const address = /^https?:\/\//i.test(entered) ? entered : `https://${entered.replace(/^.*@/, '')}`;
  if (!URL.canParse(address)) throw new DistantFailure('notPublic', entered);
  return new URL(address).href;
}

const asked = `<d:propfind><d:prop><d:current-user-principal/><c:calendar-home-set/><d:resourcetype/>
  <d:displayname/><c:supported-calendar-component-set/></d:prop></d:propfind>`;

async function propertiesOf(
  login: CalendarLogin,
  address: string,
  reach: Reach,
): Promise<ResourceStatus | undefined> {
  const answer = await multiStatus(login, address, { method: 'PROPFIND', depth: 0, body: asked }, reach);
  return answer?.responses[0];
}

async function calendarsIn(login: CalendarLogin, home: string, reach: Reach) {
  const answer = await multiStatus(login, home, { method: 'PROPFIND', depth: 1, body: asked }, reach);
  return (answer?.responses ?? []).filter(isCalendar).map((each) => found(each, home));
}

function isCalendar({ properties }: ResourceStatus): boolean {
  const kinds = childrenOf(properties.get('supported-calendar-component-set'), 'comp');
  const events = kinds.length === 0 || kinds.some(({ attributes }) => attributes.get('name') === 'VEVENT');
  return events && childOf(properties.get('resourcetype'), 'calendar') !== undefined;
}

function found({ href, properties }: ResourceStatus, at: string): FoundCalendar {
  const address = within(at, href);
  return {
    address,
    name: properties.get('displayname')?.text || decodeURIComponent(new URL(address).pathname),
  };
}

function linkIn({ properties }: ResourceStatus, name: string, at: string): string | undefined {
  const href = childOf(properties.get(name), 'href')?.text;
  return href ? within(at, href) : undefined;
}

/** Follows where the server sends, a few times. */
async function redirected(login: CalendarLogin, start: string, reach: Reach): Promise<string> {
  let at = start;
  for (let step = 0; step < 4; step++) {
    const headers = { depth: '0', 'content-type': 'application/xml; charset=utf-8' };
    const { status, headers: said } = await davRequest(login, at, { method: 'PROPFIND', headers }, reach);
    const next = said.get('location');
    if (![301, 302, 307, 308].includes(status) || next === null) return at;
    at = within(at, next);
  }
  return at;
}
