import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayIn } from '#kernel/expression/zone.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ReportSettings, reportSettingsFaults } from '#kernel/report-settings.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { Context } from '../records/context.ts';
import { mustEver } from '../records/read.ts';
import { exportReports, type ReportExport } from '../reports/export-reports.ts';
import { reportFormats } from '../reports/make-report-file.ts';
import { reportFileTypes } from '../reports/report-file-types.ts';
import { bodyOf } from './body.ts';
import { encodedName } from './file-name-header.ts';

/** Reports in one file at most. */
const mostReports = 30;
const longestName = 80;

/** `/api/reports/export`: what reports tell, as a file. */
export function reportRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.post('/api/reports/export', async (request, reply) => {
    const context = await contextOf(request);
    const wanted = wantedExport(context, bodyOf(request));
    const file = await exportReports(context, wanted, addressOf(request));
    return reply
      .type(reportFileTypes[wanted.format])
      .header('content-disposition', named(context, wanted))
      .send(file);
  });
}

function wantedExport(context: Context, body: Readonly<Record<string, unknown>>): ReportExport {
  const { title, format, reason, reports } = body;
  const faults: Complaint[] = [];
  const text = (value: unknown, field: string) => {
    const ok = typeof value === 'string' && value.trim() !== '' && value.length <= longestName;
    if (!ok) faults.push({ field, code: 'notText' });
    return ok ? value : '';
  };
  const known = reportFormats.find((each) => each === format);
  if (known === undefined) {
    const parameters = { value: String(format).slice(0, 60), choices: reportFormats.join(', ') };
    faults.push({ field: 'format', code: 'notAChoice', parameters });
  }
  if (reason !== undefined && typeof reason !== 'string') faults.push({ field: 'reason', code: 'notText' });
  const list = Array.isArray(reports) ? reports : [];
  if (list.length === 0) faults.push({ field: 'reports', code: 'required' });
  if (list.length > mostReports)
    faults.push({ field: 'reports', code: 'tooMany', parameters: { most: mostReports } });
  const asked = list.slice(0, mostReports).map((each: unknown, index) => {
    const report = (typeof each === 'object' && each !== null ? each : {}) as Readonly<
      Record<string, unknown>
    >;
    const place = `reports.${index}`;
    const { settings = {} } = report;
    faults.push(...reportSettingsFaults(settings, `${place}.settings`));
    const object = typeof report.object === 'string' ? report.object : '';
    if (!context.registry.objects.has(object))
      faults.push({ field: `${place}.object`, code: 'noSuchObject' });
    return { name: text(report.name, `${place}.name`), object, settings: settings as ReportSettings };
  });
  const whole = text(title, 'title');
  if (faults.length > 0 || known === undefined) throw new Refusal('invalid', faults);
  for (const { object } of asked) mustEver(context, object, 'read');
  return {
    ...{ title: whole, format: known, reports: asked },
    ...(typeof reason === 'string' && { reason }),
  };
}

/** What it is, of which day, and who made it. */
function named({ actor, now }: Context, { title, format }: ReportExport): string {
  const { name } = actor.impersonator ?? actor;
  const words = `${title} ${dayIn(now, actor.timeZone)} ${name}`.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, ' ');
  return `attachment; filename="report.${format}"; ${encodedName(`${words}.${format}`)}`;
}
