import { Refusal } from '#kernel/problem.ts';
import type { Shut } from '#kernel/told-link.ts';
import { mayPublish } from '../access/rights.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { type LinkedView, linkedView } from './linked-view.ts';
import { type OfferedColumn, offeredColumns } from './offered-columns.ts';
import { linkColumns, type ViewLink } from './view-link.ts';
import { linkTable, today } from './view-links.ts';

type Place = Omit<Context, 'actor'>;

/** A link that shows its view now. */
export interface OpenLink {
  readonly link: ViewLink;
  readonly view: LinkedView;
  readonly columns: readonly OfferedColumn[];
  /** In the name of whoever made it, in the language of whoever looks. */
  readonly context: Context;
}

/** Thrown when a link shows nothing now. */
export class LinkShut extends Error {
  readonly reason: Shut;

  constructor(reason: Shut) {
    super(`This link shows nothing now: ${reason}.`);
    this.name = 'LinkShut';
    this.reason = reason;
  }
}

/** The link with this id; undefined when there is none or it has been ended. */
export async function findLink(place: Place, id: string): Promise<ViewLink | undefined> {
  const [row] = await place.database.run(
    `select ${linkColumns} from ${linkTable(place)} l where l.id = $1::uuid`,
    [knownId(id)],
  );
  return row?.[0] ? (JSON.parse(row[0]) as ViewLink) : undefined;
}

/**
 * Opens a link to a stranger: what its maker may read and show at this moment, of the view as he agreed to show it. A
 * view that somebody else has changed since waits for its maker's word, as another condition shows other records.
 */
export async function openLink(place: Place, link: ViewLink, locale: 'en' | 'zh-CN'): Promise<OpenLink> {
  const { database, registry, workspace, now } = place;
  if (link.lastDay !== null && link.lastDay < today(workspace, now)) throw new LinkShut('over');
  const maker = await loadActor(database, registry, workspace.schema, link.person);
  if (maker === undefined) throw new LinkShut('person');
  const context: Context = { ...place, actor: { ...maker, locale } };
  const view = await shutBy('view', () => linkedView(context, link.view));
  if (!mayPublish(view.object, maker)) throw new LinkShut('right');
  if (view.version > link.agreed && view.changedBy !== maker.id) throw new LinkShut('changed');
  const columns = offeredColumns(context, view)
    .filter(
      ({ path, personal }) => link.columns.includes(path) && (!personal || link.personal.includes(path)),
    )
    .toSorted((one, other) => link.columns.indexOf(one.path) - link.columns.indexOf(other.path));
  if (columns.length === 0) throw new LinkShut('columns');
  return { link, view, columns, context };
}

/** What the product refuses its maker, it shows to nobody. */
export async function shutBy<Result>(reason: Shut, read: () => Promise<Result>): Promise<Result> {
  return read().catch((error: unknown) => {
    throw error instanceof Refusal ? new LinkShut(reason) : error;
  });
}
