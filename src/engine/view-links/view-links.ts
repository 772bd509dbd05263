import { dayIn } from '#kernel/expression/zone.ts';
import { Refusal } from '#kernel/problem.ts';
import { mayPublish } from '../access/rights.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { uuidv7 } from '../database/uuid.ts';
import { hashPassword } from '../identity/passwords/password-hashing.ts';
import type { Context } from '../records/context.ts';
import { listRecords } from '../records/list.ts';
import { knownId } from '../records/read.ts';
import { demandReason } from '../safeguards/demand-reason.ts';
import { takeExport } from '../safeguards/take-export.ts';
import { quoted } from '../sql/fragment.ts';
import { linkInput, type WantedLink } from './link-input.ts';
import { keptViews, type LinkedView, linkedView } from './linked-view.ts';
import { offeredColumns } from './offered-columns.ts';

/** Makes a link of a view that the actor sees, and gives its id. */
export async function makeLink(context: Context, view: string, input: unknown, ip: string): Promise<string> {
  const { database, actor, now } = context;
  const { wanted, linked } = await judged(context, view, input);
  const id = uuidv7();
  await database.transaction(async (inside) => {
    await inside.run(
      `insert into ${linkTable(context)} (id, view, person, columns, personal, password, last_day, download, agreed, made)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz)`,
      [id, linked.id, actor.id, ...(await stored(wanted, linked)), new Date(now).toISOString()],
    );
    await note({ ...context, database: inside }, 'created', { id, linked, wanted, ip });
  });
  return id;
}

/** Changes one's own link, which thereby shows the view as it is now. */
export async function changeLink(context: Context, id: string, input: unknown, ip: string): Promise<void> {
  const { database, actor } = context;
  const [row] = await database.run(
    `select view from ${linkTable(context)} where id = $1::uuid and person = $2::uuid`,
    [knownId(id), actor.id],
  );
  if (!row?.[0]) throw new Refusal('notFound');
  const { wanted, linked } = await judged(context, row[0], input);
  const [columns, personal, password, ...rest] = await stored(wanted, linked);
  await database.transaction(async (inside) => {
    await inside.run(
      `update ${linkTable(context)} set columns = $2, personal = $3, password = case when $4::boolean then $5 else password end,
         last_day = $6, download = $7, agreed = $8, shut = null where id = $1::uuid`,
      [id, columns, personal, wanted.password !== undefined, password, ...rest],
    );
    await note({ ...context, database: inside }, 'changed', { id, linked, wanted, ip });
  });
}

/** From now on the address shows nothing. Its maker may say so, and an administrator. */
export async function endLink(context: Context, id: string, ip: string): Promise<void> {
  const { database, workspace, registry, actor } = context;
  await database.transaction(async (inside) => {
    const [row] = await inside.run(
      `with gone as (delete from ${linkTable(context)} where id = $1::uuid and ($2::boolean or person = $3::uuid) returning view)
       select v.object, v.name from gone left join ${quoted(workspace.schema)}.${quoted(keptViews(registry).name)} v on v.id = gone.view`,
      [knownId(id), actor.unlimited, actor.id],
    );
    if (row === undefined) throw new Refusal('notFound');
    await recordAuditEntry(inside, {
      ...{ workspace: workspace.name, actor: actor.impersonator?.id ?? actor.id, ip },
      ...(actor.impersonator && { actingFor: actor.id ?? undefined }),
      ...{ kind: 'viewLink.ended', subject: row[0] ?? undefined, facts: { link: id, name: row[1] } },
    });
  });
}

/** What a link of a view could show. */
export async function offerOf(context: Context, view: string) {
  const linked = await linkedView(context, view);
  mustPublish(context, linked);
  return offeredColumns(context, linked).map(({ path, label, personal }) => ({ path, label, personal }));
}

export function linkTable({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.view_link`;
}

/** Today in the company, by which last days are told. */
export function today({ timeZone }: Context['workspace'], now: number): string {
  return dayIn(now, timeZone);
}

/** Reads what is wanted of a link and refuses what may not be: to show to strangers is at least as grave as to export. */
async function judged(
  context: Context,
  view: string,
  input: unknown,
): Promise<{ readonly wanted: WantedLink; readonly linked: LinkedView }> {
  // A link outlives the hour for which an administrator may act as somebody.
  if (context.actor.impersonator || context.actor.id === null) throw new Refusal('forbidden');
  const linked = await linkedView(context, view);
  mustPublish(context, linked);
  const wanted = linkInput(input, today(context.workspace, context.now));
  refuseColumns(context, linked, wanted);
  const { object, where } = linked;
  if (wanted.personal.length > 0) await demandReason(context, object.name, { reason: wanted.reason });
  const counted = { select: ['id'], limit: 1, count: true };
  const { count = 0 } = await listRecords(context, object.name, { where, ...counted });
  // Nothing is carried away yet: whoever may export nothing, or not as much, is told now.
  await takeExport(context, count, count);
  return { wanted, linked };
}

function mustPublish({ actor }: Context, { object }: LinkedView): void {
  if (!mayPublish(object, actor)) throw new Refusal('forbidden', [{ field: 'view', code: 'mayNotPublish' }]);
}

function refuseColumns(context: Context, linked: LinkedView, { columns, personal }: WantedLink): void {
  const offered = new Map(offeredColumns(context, linked).map((column) => [column.path, column]));
  const unknown = columns.find((path) => !offered.has(path));
  if (unknown !== undefined || columns.length === 0)
    throw new Refusal('invalid', [
      {
        field: 'columns',
        code: unknown === undefined ? 'required' : 'columnNotByLink',
        parameters: { name: unknown ?? '' },
      },
    ]);
  const unsaid = columns.flatMap((path) => {
    const column = offered.get(path);
    return column?.personal && !personal.includes(path) ? [column.label] : [];
  });
  if (unsaid.length > 0)
    throw new Refusal('invalid', [
      { field: 'personal', code: 'personalByLink', parameters: { names: unsaid.join(', ') } },
    ]);
}

async function stored(
  { columns, personal, password, lastDay, download }: WantedLink,
  { version }: LinkedView,
) {
  const hash = typeof password === 'string' ? await hashPassword(password) : null;
  const chosen = personal.filter((path) => columns.includes(path));
  return [JSON.stringify(columns), JSON.stringify(chosen), hash, lastDay, download, version] as const;
}

function note(
  context: Context,
  done: 'created' | 'changed',
  {
    id,
    linked,
    wanted: { columns, personal, password, lastDay, download, reason },
    ip,
  }: { readonly id: string; readonly linked: LinkedView; readonly wanted: WantedLink; readonly ip: string },
): Promise<void> {
  const { database, workspace, actor } = context;
  return recordAuditEntry(database, {
    ...{ workspace: workspace.name, actor: actor.id, ip },
    ...{ kind: `viewLink.${done}`, subject: linked.object.name },
    facts: {
      ...{
        link: id,
        name: linked.name,
        fields: columns,
        until: lastDay ?? undefined,
        reason: reason || undefined,
      },
      ...(personal.length > 0 && { personal }),
      ...{ password: typeof password === 'string' || undefined, download: download || undefined },
    },
  });
}
