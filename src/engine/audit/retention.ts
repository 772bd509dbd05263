import { Unacceptable } from '#kernel/problem.ts';
import type { Database } from '../database/database.ts';
import { readBody } from '../identity/read-body.ts';
import { recordAuditEntry } from './record-audit-entry.ts';

/** Months for which entries are kept at least: what the laws of several countries ask of such logs. */
export const shortestRetention = 6;
const longestRetention = 600;

/** For how many months a workspace keeps its audit; null for always. */
export async function readRetention(
  database: Pick<Database, 'run'>,
  workspace: string,
): Promise<number | null> {
  const [row] = await database.run('select months from guanxi.audit_retention where workspace = $1', [
    workspace,
  ]);
  return row === undefined ? null : Number(row[0]);
}

const setStatement = `
insert into guanxi.audit_retention (workspace, months) values ($1, $2)
on conflict (workspace) do update set months = excluded.months`;

/** Sets for how many months a workspace keeps its audit, always for null; the audit knows who did. */
export async function setRetention(
  database: Database,
  workspace: string,
  input: unknown,
  by: { readonly actor: string | null; readonly ip?: string | undefined },
): Promise<number | null> {
  const { months } = readBody({ months: input }, { months: retentionMonths });
  await database.transaction(async (change) => {
    const before = await readRetention(change, workspace);
    if (before === months) return;
    if (months === null)
      await change.run('delete from guanxi.audit_retention where workspace = $1', [workspace]);
    else await change.run(setStatement, [workspace, months]);
    await recordAuditEntry(change, {
      ...{ workspace, ...by, kind: 'audit.retentionChanged' },
      facts: { months: [before, months] },
    });
  });
  return months;
}

/** For how many months an audit may be kept; null for always. */
export function retentionMonths(input: unknown): number | null {
  if (input === null) return null;
  const bounds = { least: shortestRetention, most: longestRetention };
  if (typeof input === 'number' && Number.isInteger(input) && input >= bounds.least && input <= bounds.most)
    return input;
  throw new Unacceptable(typeof input === 'number' ? 'outOfRange' : 'notNumber', bounds);
}
