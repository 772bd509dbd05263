import type { NotificationKind } from '#kernel/notification.ts';
import type { MailAttachment } from '#kernel/port/mail-sender.ts';
import type { ReportSettings } from '#kernel/report-settings.ts';
import { mayEver } from '../access/rights.ts';
import { modelMeta } from '../http/told-meta.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { readRecord } from '../records/read.ts';
import type { AskedReport } from './answer-report.ts';
import { exportReports } from './export-reports.ts';
import { reportFileTypes } from './report-file-types.ts';

interface Told {
  readonly name: string;
  readonly object: string;
  readonly settings: ReportSettings | null;
}

interface Tile {
  readonly report: Partial<Told> | null;
  readonly declared: string | null;
}

/**
 * The files that a mail about a record carries: its report, or those of its dashboard, as the actor may see them. They
 * count as taken by him, once however often the mail is tried; refused where he may not take them.
 */
export async function enclosedReports(
  context: Context,
  { encloses }: NotificationKind,
  objectName: string,
  record: string,
  { again }: { readonly again: boolean },
): Promise<readonly MailAttachment[]> {
  if (encloses === undefined) return [];
  const { report, dashboard, format } = encloses;
  const values = JSON.parse(await readRecord(context, objectName, record, ['id', report, dashboard, format]));
  const single = idIn(values[report]);
  const together = idIn(values[dashboard]);
  const named = together === undefined ? undefined : await nameOf(context, together);
  const reports = await (together === undefined ? told(context, { id: single }) : tiles(context, together));
  const readable = reports.filter(({ object }) => {
    const about = context.registry.objects.get(object);
    return about !== undefined && mayEver(context.registry, about, 'read', context.actor);
  });
  const title = named ?? readable[0]?.name;
  if (title === undefined || readable.length === 0) return [];
  const formats = values[format] === 'both' ? (['pdf', 'xlsx'] as const) : [values[format] as 'pdf' | 'xlsx'];
  const files: MailAttachment[] = [];
  for (const [index, each] of formats.entries()) {
    const wanted = { title, reports: readable, format: each, reason: title, again: again || index > 0 };
    const bytes = await exportReports(context, wanted);
    const name = title.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, ' ');
    files.push({ name: `${name}.${each}`, type: reportFileTypes[each], bytes });
  }
  return files;
}

async function told(context: Context, where: object): Promise<readonly AskedReport[]> {
  const object = context.registry.purposes.get('report');
  if (object === undefined) return [];
  const page = await listRecords(context, object.name, {
    where,
    select: ['name', 'object', 'settings'],
    limit: 1,
  });
  return recordsIn<Told>(page).map(asked);
}

async function tiles(context: Context, dashboard: string): Promise<readonly AskedReport[]> {
  const object = context.registry.purposes.get('tile');
  if (object === undefined) return [];
  const page = await listRecords(context, object.name, {
    where: { dashboard },
    select: ['declared', 'report.name', 'report.object', 'report.settings'],
    sort: 'place,createdAt',
    limit: 60,
  });
  const { reports } = modelMeta(context);
  return recordsIn<Tile>(page).flatMap(({ report, declared }) => {
    if (report?.object) return [asked(report as Told)];
    return reports
      .filter(({ name }) => name === declared)
      .map(({ label, object, settings }) => ({ name: label, object, settings }));
  });
}

function asked({ name, object, settings }: Told): AskedReport {
  return { name, object, settings: settings ?? {} };
}

async function nameOf(context: Context, id: string): Promise<string | undefined> {
  const object = context.registry.purposes.get('dashboard');
  if (object === undefined) return undefined;
  const page = await listRecords(context, object.name, { where: { id }, select: ['name'], limit: 1 });
  return recordsIn<{ readonly name: string }>(page)[0]?.name;
}

function idIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return (value as { readonly id?: string } | null)?.id;
}
