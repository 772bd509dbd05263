import type { Actor } from '#engine/access/actor.ts';
import { asSystem } from '#engine/access/actor.ts';
import { createPool, databaseOn } from '#engine/database/database.ts';
import type { Context } from '#engine/records/context.ts';
import { createRecords } from '#engine/records/create.ts';
import { listRecords, recordsIn } from '#engine/records/list.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import { compose } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { usualTime } from '#kernel/working-time/company-time.ts';
import { testDatabase } from '#test/database.ts';
import { museum } from '#test/specimens/specimens.ts';
import { type Row, specimens } from './specimen-values.ts';

/** Every path by which the tests look at a specimen. */
export const paths = [
  ...['id', 'createdAt', 'createdBy', 'name', 'label', 'description', 'pieces', 'weight', 'price', 'share'],
  ...['insured', 'risk', 'atStake'],
  ...['genuine', 'found', 'catalogued', 'age', 'state', 'materials', 'correspondence', 'telephone', 'page'],
  ...['origin', 'spot', 'notes', 'kin', 'about', 'finder', 'number', 'title', 'perPiece', 'costly', 'shelf'],
  ...['cabinet.name', 'cabinet.opened', 'cabinet.height', 'cabinet.specimens', 'cabinet.worth'],
];

export interface Gallery {
  readonly context: Context;
  /** The records as the API shows them, a value for each path. */
  readonly rows: readonly ReadonlyMap<string, unknown>[];
  readonly cabinets: readonly string[];
  close(): Promise<void>;
}

/** Specimens of every sort, in a database. */
export async function openGallery(): Promise<Gallery> {
  const registry = compose([museum], 'museum.cabinet');
  const pool = createPool(await testDatabase());
  const now = Date.parse('2026-03-08T09:59:59.5Z');
  const workspace = {
    name: 'main',
    label: '博物馆',
    schema: 'ws_main',
    currency: 'CNY',
    rates: { CNY: '1', USD: '7.1', JPY: '0.048' },
    timeZone: 'Asia/Shanghai',
    workingTime: usualTime('zh-CN'),
  };
  const context: Context = { registry, workspace, database: databaseOn(pool), now, actor: asSystem('tests') };
  await migrateWorkspace(context.database, registry, workspace, new Date(now));
  const cabinets = await make(context, 'cabinet', specimens.cabinets);
  const rows = specimens.rows(cabinets);
  for (let from = 0; from < rows.length; from += 40)
    await make(context, 'specimen', rows.slice(from, from + 40) as Row[]);
  const actor: Actor = { ...context.actor, id: cabinets[0] ?? null, team: cabinets.slice(0, 2) };
  const shown = await listRecords(context, 'specimen', {
    select: [...paths, 'cabinet.id'],
    sort: 'number',
    limit: 1000,
  });
  return {
    context: { ...context, actor },
    rows: recordsIn<Record<string, unknown>>(shown).map(
      (record) => new Map([...paths, 'cabinet'].map((path) => [path, valueAt(record, path)])),
    ),
    cabinets,
    close: () => pool.end(),
  };
}

export function kindOfPath(context: Context, path: string) {
  const model = context.registry.objects.get('specimen');
  const field = model && resolvePath(context.registry, model, path)?.field;
  if (field === undefined) throw new Error(`no ${path}`);
  return valueKind(field);
}

function valueAt(record: Record<string, unknown>, path: string): unknown {
  if (path === 'cabinet') return (record.cabinet as { id: string } | null)?.id ?? null;
  const [first = '', second] = path.split('.');
  const value = record[first] ?? null;
  return second === undefined ? value : ((value as Record<string, unknown> | null)?.[second] ?? null);
}

async function make(context: Context, object: string, values: readonly Row[]): Promise<string[]> {
  const made = await createRecords(
    context,
    object,
    values.map((one) => ({ values: one })),
  );
  return made.map((text) => (JSON.parse(text) as { id: string }).id);
}
