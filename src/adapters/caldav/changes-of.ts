import { type CalendarLogin, type DistantChanges, DistantFailure } from '#kernel/port/distant-calendar.ts';
import type { Reach } from '../outgoing/post-outside.ts';
import { escaped, multiStatus } from './dav-request.ts';
import type { ResourceStatus } from './multi-status.ts';
import { within } from './within.ts';

type Listed = Map<string, string>;

/**
 * What has changed in a calendar: by its sync token (RFC 6578) where the server keeps one, else by comparing the tags of
 * everything, which is left out while the calendar's own tag is the same. A token that is no longer known begins anew.
 */
export async function changesOf(
  login: CalendarLogin,
  calendar: string,
  since: string | undefined,
  known: ReadonlyMap<string, string>,
  reach: Reach,
): Promise<DistantChanges> {
  if (since?.startsWith(tagMark)) {
    const now = await calendarTag(login, calendar, reach);
    if (now !== undefined && tagMark + now === since) return { since, changed: [], gone: [] };
  } else if (since !== undefined) {
    const told = await reported(login, calendar, since, reach);
    if (told !== undefined) return { ...told, changed: changedOf(told.listed, known) };
  }
  const whole = (await reported(login, calendar, '', reach)) ?? (await listed(login, calendar, reach));
  const gone = [...known.keys()].filter((address) => !whole.listed.has(address));
  return { since: whole.since, changed: changedOf(whole.listed, known), gone };
}

const tagMark = 'ctag:';

/** More pages than this of one report are a server that goes round in circles. */
const mostPages = 500;

function changedOf(listed: Listed, known: ReadonlyMap<string, string>): DistantChanges['changed'] {
  return [...listed]
    .filter(([address, tag]) => known.get(address) !== tag)
    .map(([address, tag]) => ({ address, tag }));
}

/** By sync-collection; undefined when the server does not do it, or knows the token no more. */
async function reported(login: CalendarLogin, calendar: string, since: string, reach: Reach) {
  const listed: Listed = new Map();
  const gone = new Set<string>();
  let token = since;
  for (let page = 0; page < mostPages; page++) {
    const body = `<d:sync-collection><d:sync-token>${escaped(token)}</d:sync-token>
      <d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>`;
    const answer = await multiStatus(login, calendar, { method: 'REPORT', depth: 0, body }, reach);
    if (!answer?.syncToken) return undefined;
    let more = false;
    for (const each of answer.responses) {
      const address = within(calendar, each.href);
      if (each.status === 507) more = true;
      else if (each.status === 404) gone.add(address);
      else note(listed, calendar, each);
    }
    token = answer.syncToken;
    if (!more) return { since: token, listed, gone: [...gone] };
  }
  throw new DistantFailure('calendarAway', 'sync-collection');
}

/** Everything there is, by its tags. */
async function listed(login: CalendarLogin, calendar: string, reach: Reach) {
  const tag = await calendarTag(login, calendar, reach);
  const body = '<d:propfind><d:prop><d:getetag/><d:resourcetype/></d:prop></d:propfind>';
  const answer = await multiStatus(login, calendar, { method: 'PROPFIND', depth: 1, body }, reach);
  if (answer === undefined) throw new DistantFailure('calendarRefused', 'PROPFIND');
  const listed: Listed = new Map();
  for (const each of answer.responses) note(listed, calendar, each);
  return { since: tag === undefined ? undefined : tagMark + tag, listed };
}

function note(listed: Listed, calendar: string, { href, properties }: ResourceStatus): void {
  const address = within(calendar, href);
  const tag = properties.get('getetag')?.text;
  if (tag && address !== calendar && !address.endsWith('/')) listed.set(address, tag);
}

async function calendarTag(login: CalendarLogin, calendar: string, reach: Reach) {
  const body = '<d:propfind><d:prop><s:getctag/></d:prop></d:propfind>';
  const answer = await multiStatus(login, calendar, { method: 'PROPFIND', depth: 0, body }, reach);
  return answer?.responses[0]?.properties.get('getctag')?.text || undefined;
}
