import { bothConditions } from '#kernel/both-conditions.ts';
import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { View } from '#kernel/view.ts';
import type { ViewSettings } from '#kernel/view-settings.ts';
import { idOf } from '../occurrences/times-taken.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';

/** A view that somebody keeps, as far as a link can show it. */
export interface LinkedView {
  readonly id: string;
  readonly name: string;
  readonly object: ObjectModel;
  /** Grows with every change. */
  readonly version: number;
  /** Who changed it last. */
  readonly changedBy: string | undefined;
  readonly where: unknown;
  readonly sort: string | undefined;
  /** A path of the object, a date's with a part of it: `closeDate.month`. */
  readonly group: string | undefined;
  readonly columns: readonly string[];
}

interface Kept {
  readonly name: string;
  readonly object: string;
  readonly kind: string;
  readonly version: number;
  readonly settings: ViewSettings | null;
  readonly updatedBy: unknown;
}

/** The object whose records are views that people keep. */
export function keptViews(registry: Registry): ObjectModel {
  const object = registry.purposes.get('view');
  if (object === undefined) throw new Refusal('notFound');
  return object;
}

/** Reads a view that the actor may see. Tables alone are shown by link: to other shapes belongs what a browser makes of them. */
export async function linkedView(context: Context, id: string): Promise<LinkedView> {
  const { registry } = context;
  const names = ['name', 'object', 'kind', 'version', 'settings', 'updatedBy'];
  const kept = JSON.parse(await readRecord(context, keptViews(registry).name, id, names)) as Kept;
  const object = registry.objects.get(kept.object);
  if (object === undefined) throw new Refusal('notFound');
  if (kept.kind !== 'table') throw new Refusal('invalid', [{ field: 'view', code: 'tablesByLinkAlone' }]);
  const { base, where, sort, group, columns } = kept.settings ?? {};
  const declared = baseOf(object, base);
  return {
    ...{ id, name: kept.name, object, version: kept.version, changedBy: idOf(kept.updatedBy), group },
    where: bothConditions(declared?.where, where),
    sort: sort ?? declared?.sort,
    // As on the screen, a record's name comes first.
    columns: [...new Set([object.declaration.nameField, ...(columns ?? declared?.columns ?? [])])],
  };
}

/** The declared table that a view was made from; the first where it names none that is there, as on the screen. */
function baseOf({ views }: ObjectModel, base: string | undefined): View | undefined {
  const tables = views?.views.filter(({ kind }) => kind === 'table') ?? [];
  return tables.find(({ name }) => name === base) ?? tables[0];
}
