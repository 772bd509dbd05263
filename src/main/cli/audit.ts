import { parseArgs } from 'node:util';
import { sealEntries } from '#engine/audit/seal-entries.ts';
import { type Verdict, verifyAudit } from '#engine/audit/verify-audit.ts';
import { databaseOn } from '#engine/database/database.ts';
import { sealLog } from '#engine/log-seal/seal-log.ts';
import { type LogVerdict, verifyLog } from '#engine/log-seal/verify-log.ts';
import type { Context } from '#engine/records/context.ts';
import { quoted } from '#engine/sql/fragment.ts';
import { workspaceOf } from '../workspace-of.ts';
import { identityOf } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';
import { toldHistory } from './told-history.ts';

const options = { workspace: { type: 'string' }, expect: { type: 'string' } } as const;

export const audit: Command = {
  usage: 'audit verify [--workspace NAME] [--expect POSITION:HASH]',
  summary:
    'whether the audit is as it was written, and where it first is not; what it prints, kept elsewhere and given as --expect, also shows whether the end was cut off',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const { workspace, expect } = values;
    if (positionals.join() !== 'verify' || (expect !== undefined && workspace === undefined))
      throw new CommandError(`Usage: guanxi ${audit.usage}`);
    const { auditKey: key, workspaces } = await identityOf(installation);
    const database = databaseOn(installation.pool);
    // Where no server runs, nobody else does; a chain that is broken already is told below.
    await sealAll(database, key).catch(() => undefined);
    const verdicts = await verifyAudit(database, key, workspace === undefined ? undefined : [workspace]);
    for (const verdict of verdicts) console.log(told(verdict));
    const histories: LogVerdict[] = [];
    for (const stored of await workspaces.list()) {
      if (workspace !== undefined && stored.name !== workspace) continue;
      const verdict = await historyOf({ database, workspace: workspaceOf(stored) });
      if (verdict === undefined) continue;
      histories.push(verdict);
      console.log(toldHistory(stored.name, verdict));
    }
    const kept = expect === undefined || (await isThere(database, workspace ?? '', expect));
    if (!kept)
      console.log(`✖ ${workspace}: there is no entry ${expect}; the audit was cut off or written anew`);
    return kept && [...verdicts, ...histories].every(({ broken }) => broken === undefined) ? 0 : 1;
  },
};

async function sealAll(...given: Parameters<typeof sealEntries>): Promise<void> {
  while (await sealEntries(...given));
}

/** What has become of the history of records; undefined before the upgrade that seals it. */
async function historyOf(place: Pick<Context, 'database' | 'workspace'>): Promise<LogVerdict | undefined> {
  const table = `${quoted(place.workspace.schema)}.log_head`;
  const [there] = await place.database.run('select to_regclass($1) is not null', [table]);
  if (there?.[0] !== 't') return undefined;
  await sealHistory(place).catch(() => undefined);
  return verifyLog(place);
}

async function sealHistory(place: Parameters<typeof sealLog>[0]): Promise<void> {
  while (await sealLog(place));
}

function told({ workspace, entries, anchor, head, unsealed, broken }: Verdict): string {
  const name = workspace || '(no workspace)';
  const sound = `${entries} entries are as they were written`;
  const after = anchor === 0 ? '' : `, after the ${anchor} that were removed when their time was over`;
  const open = unsealed === 0 ? '' : `; ${unsealed} are not sealed yet`;
  if (broken === undefined) return `✔ ${name}: ${sound}${after}${open}; head ${head.position}:${head.hash}`;
  const { why, position, entry } = broken;
  if (why === 'ends')
    return `✖ ${name}: the ends of the chain were not written with this secret (${position}); ${sound}`;
  if (entry === undefined) return `✖ ${name}: the entry at ${position} is missing; ${sound} before it`;
  return `✖ ${name}: the entry at ${position} was altered (${entry.id}, ${entry.at}, ${entry.kind}); ${sound} before it`;
}

/** Whether the chain still has this link, or it has been removed since with all before it. */
async function isThere(
  database: ReturnType<typeof databaseOn>,
  workspace: string,
  expected: string,
): Promise<boolean> {
  const [position = '', hash = ''] = expected.split(':');
  if (!/^\d{1,18}$/.test(position)) throw new CommandError(`Usage: guanxi ${audit.usage}`);
  const [row] = await database.run(
    `select exists (select from guanxi.audit_entry where coalesce(workspace, '') = $1 and position = $2 and hash = $3)
      or exists (select from guanxi.audit_chain where workspace = $1 and anchor_position >= $2)`,
    [workspace, position, hash],
  );
  return row?.[0] === 't';
}
