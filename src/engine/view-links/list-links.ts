import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { ToldLink } from '#kernel/told-link.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';
import { keptViews } from './linked-view.ts';
import { today } from './view-links.ts';

/** Links of one view, or of all: one's own, an administrator's everybody's; the newest first, 500 at most. */
export async function listLinks(context: Context, view?: string): Promise<readonly ToldLink[]> {
  const { database, workspace, registry, actor, now } = context;
  const s = quoted(workspace.schema);
  const instant = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;
  const rows = await database.run(
    `select json_build_object('id', l.id, 'view', json_build_object('id', l.view, 'name', v.name, 'object', v.object),
       'person', json_build_object('id', l.person, 'name', p.name), 'columns', l.columns, 'personal', l.personal,
       'password', l.password is not null, 'lastDay', l.last_day, 'download', l.download, 'made', ${instant('l.made')},
       'opened', l.opened, 'openedAt', ${instant('l.opened_at')},
       'shut', case when l.last_day < $3::date then 'over' when not coalesce(p.active, false) then 'person'
         when v.id is null then 'view' else l.shut end)
     from ${s}.view_link l left join ${s}.${quoted(keptViews(registry).name)} v on v.id = l.view and v."deletedAt" is null
     left join ${s}.${quoted(registry.people)} p on p.id = l.person and p."deletedAt" is null
     where ($1::uuid is null or l.person = $1) and ($2::uuid is null or l.view = $2) order by l.id desc limit 500`,
    [actor.unlimited ? null : actor.id, view === undefined ? null : knownId(view), today(workspace, now)],
  );
  return rows.map(([row]) => {
    const link = JSON.parse(row ?? '{}');
    const openedAt = link.openedAt === null ? null : formatInstant(link.openedAt);
    return { ...link, made: formatInstant(link.made), openedAt };
  });
}
