import { Readable } from 'node:stream';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { refusalNoted } from '../audit/noted-refusals.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { momentInWords } from '../fields/moment-in-words.ts';
import { labelsOf } from '../http/labels.ts';
import { narrowed } from '../permission/narrowed-export.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { type ListQuery, listLimits, selectionOf } from '../records/list-query.ts';
import { demandReason } from '../safeguards/demand-reason.ts';
import { takeExport } from '../safeguards/take-export.ts';
import { keptCondition } from '../sealing/kept-condition.ts';
import { cardColumns } from './card-columns.ts';
import { type ExportColumn, exportColumns } from './export-columns.ts';
import { writeCsv } from './writing/csv.ts';
import { writeVcard } from './writing/vcard.ts';
import type { Origin } from './writing/xlsx/origin.ts';
import { writeXlsx } from './writing/xlsx.ts';

export interface ExportQuery extends Omit<ListQuery, 'limit' | 'cursor' | 'count'> {
  readonly format: 'csv' | 'xlsx' | 'vcf';
  /** Heads as people read them, or the fields' names for programs. */
  readonly headers: 'labels' | 'names';
  /** The field that tells whether the people allow what they are taken along for: only those who do. */
  readonly for?: string;
  /** Why they are taken along, in words. */
  readonly reason?: string;
}

/**
 * All records of a list as a file, read a page at a time within the actor's rights, so that a million rows need no
 * more memory than a thousand. Values are written as the person reads them; cells that a spreadsheet would run as
 * formulas are made harmless. It counts against what the person may export, and the audit knows of it and of how many
 * records, or that it was refused, before the first row is told.
 */
export async function exportRecords(
  context: Context,
  objectName: string,
  asked: ExportQuery,
  ip?: string,
): Promise<Readable> {
  const object = objectNamed(context.registry, objectName);
  const reason = await demandReason(context, objectName, asked);
  const { for: use } = asked;
  const query = use === undefined ? asked : await narrowed(context, objectName, asked, use, ip);
  const labels = labelsOf(context.registry, context.actor.locale);
  const cards = query.format === 'vcf' ? cardColumns(context, object) : undefined;
  const columns =
    cards ??
    exportColumns(
      context,
      object,
      selectionOf(context, object, query.select ?? exported(context, objectName)),
    );
  const heads = columns.map((column) => (query.headers === 'names' ? column.path : column.label));
  const note = async (count: number) => {
    const tell = (kind: string) =>
      noteExport(context, objectName, query, columns, { kind, count, reason, ip });
    await takeExport(context, count).catch(async (error: unknown) => {
      if (error instanceof Refusal) {
        await tell('records.exportRefused');
        refusalNoted(error);
      }
      throw error;
    });
    await tell('records.exported');
  };
  const rows = await begun(everyRow(context, objectName, listed(query), columns, note));
  if (cards !== undefined)
    return Readable.from(
      writeVcard(
        cards.map(({ part }) => part),
        rows,
      ),
    );
  if (query.format === 'csv') return Readable.from(writeCsv(withHead(heads, rows)));
  const kinds = columns.map(({ kind }, index) => ({ header: heads[index] ?? '', kind }));
  return writeXlsx(kinds, rows, labels.object(object, 'plural'), originOf(context));
}

/** Who carries it away, from which company, and when. */
function originOf({ workspace, actor, now }: Context): Origin {
  const { name } = actor.impersonator ?? actor;
  const time = momentInWords(actor, now);
  return { company: workspace.label, person: name, at: new Date(now), time };
}

/** Every stored field but those that a cell cannot hold. */
function exported(context: Context, objectName: string): readonly string[] {
  const object = objectNamed(context.registry, objectName);
  const unfit = ['json', 'file', 'rollup'];
  return selectionOf(context, object, undefined).filter((name) => {
    const type = object.allFields.get(name)?.type ?? 'json';
    return !unfit.includes(type) && !['version', 'updatedBy', 'createdBy'].includes(name);
  });
}

/** The same rows, once the first of them is there: what is refused is refused before a file has been begun. */
export async function begun<Row>(rows: AsyncGenerator<Row>): Promise<AsyncGenerator<Row>> {
  const first = await rows.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* rows;
  })();
}

/** Rows of a table below the names of its columns. */
export async function* withHead(
  head: readonly string[],
  rows: AsyncIterable<readonly (string | null)[]>,
): AsyncGenerator<readonly (string | null)[]> {
  yield head;
  yield* rows;
}

/** What an export asks of a list. */
function listed({ format: _, headers: __, for: ___, reason: ____, ...list }: ExportQuery): ListQuery {
  return list;
}

/** The cells of all records of a list; how many there are is told before the first. */
export async function* everyRow(
  context: Context,
  objectName: string,
  list: Omit<ListQuery, 'select' | 'limit' | 'cursor' | 'count'>,
  columns: readonly ExportColumn[],
  note: (count: number) => Promise<void>,
): AsyncGenerator<readonly (string | null)[]> {
  const select = [...new Set(columns.flatMap(({ reads }) => reads))];
  let cursor: string | undefined;
  do {
    const page = await listRecords(context, objectName, {
      ...list,
      select,
      limit: listLimits.most,
      count: cursor === undefined,
      ...(cursor !== undefined && { cursor }),
    });
    if (page.count !== undefined) await note(Number(page.count));
    for (const record of recordsIn<Readonly<Record<string, unknown>>>(page))
      yield columns.map(({ write }) => write(record));
    cursor = page.next;
  } while (cursor !== undefined);
}

interface ExportNote {
  readonly kind: string;
  readonly count: number;
  readonly reason: string | undefined;
  readonly ip: string | undefined;
}

function noteExport(
  { database, workspace, actor, registry }: Context,
  object: string,
  { where, q, format, bin, for: use }: ExportQuery,
  columns: readonly ExportColumn[],
  { kind, count, reason, ip }: ExportNote,
): Promise<void> {
  const facts = {
    ...{ count, format, fields: columns.map(({ path }) => path), q, bin: bin || undefined },
    ...{ for: use, reason },
    where: keptCondition(registry, objectNamed(registry, object), where),
  };
  return recordAuditEntry(database, {
    ...{ workspace: workspace.name, actor: actor.impersonator?.id ?? actor.id, ip },
    ...(actor.impersonator && { actingFor: actor.id ?? undefined }),
    ...{ kind, subject: object, facts },
  });
}
