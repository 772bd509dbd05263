import type { Shut } from '#kernel/told-link.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { takeExport } from '../safeguards/take-export.ts';
import { type OpenLink, shutBy } from './open-link.ts';
import type { ViewLink } from './view-link.ts';
import { linkTable, today } from './view-links.ts';

type Place = Omit<Context, 'actor'>;

/**
 * Counts what a link shows as carried away by its maker: once a day, however many open it, and what has come since. Is it
 * more than he may carry away, it is not shown. `count` is absent for further pages of what has been counted.
 */
export async function countShown({ context, link }: OpenLink, count?: number): Promise<void> {
  const counted = countedToday(context, link);
  await shutBy('limit', () => takeExport(context, Math.max(count ?? 0, counted), counted));
}

/** How many records of a link have been counted today. */
export function countedToday({ workspace, now }: Place, { day, counted }: ViewLink): number {
  return day === today(workspace, now) ? counted : 0;
}

/** Notes that a link was opened; the audit hears of it once a day. */
export async function noteOpening(open: OpenLink, count: number, ip: string): Promise<void> {
  const { context, link } = open;
  const { database, workspace, now } = context;
  const [row] = await database.run(
    `update ${linkTable(context)} l set opened = l.opened + 1, opened_at = $2::timestamptz, shut = null, day = $3::date,
       counted = case when b.day = $3::date then greatest(b.counted, $4::int) else $4::int end
     from (select id, day, counted from ${linkTable(context)} where id = $1::uuid for update) b
     where l.id = b.id returning b.day is distinct from $3::date`,
    [link.id, new Date(now).toISOString(), today(workspace, now), count],
  );
  if (row?.[0] === 't') await note(open, 'opened', ip, { count });
}

/** Notes that somebody has carried a link's records away as a file. */
export async function noteDownload(open: OpenLink, count: number, ip: string): Promise<void> {
  await note(open, 'downloaded', ip, { count, format: 'csv' });
}

/** Lets the maker of a link know why nobody could open it last. */
export async function noteShut(place: Place, link: ViewLink, reason: Shut): Promise<void> {
  await place.database.run(
    `update ${linkTable(place)} set shut = $2 where id = $1::uuid and shut is distinct from $2`,
    [link.id, reason],
  );
}

/** A stranger did it: there is nobody here whose name could stand for him. */
function note(
  { context: { database, workspace }, link, view }: OpenLink,
  done: 'opened' | 'downloaded',
  ip: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAuditEntry(database, {
    ...{ workspace: workspace.name, ip, kind: `viewLink.${done}`, subject: view.object.name },
    facts: { link: link.id, name: view.name, ...facts },
  });
}
