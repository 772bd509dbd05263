import { chainKey } from '../audit/chain.ts';
import { rechain } from '../audit/rechain.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { sealEntries } from '../audit/seal-entries.ts';
import { type Verdict, verifyAudit } from '../audit/verify-audit.ts';
import type { Database } from '../database/database.ts';
import { openText, sealText } from '../identity/sealed-text.ts';
import { relockHeads } from '../log-seal/relock-heads.ts';

/** Chains of the audit that do not hold under the present secret: sealing them anew would make them pass for genuine. */
export class BrokenAudit extends Error {
  readonly verdicts: readonly Verdict[];
  constructor(verdicts: readonly Verdict[]) {
    super('The audit does not hold under the present secret, so the secret stays. See guanxi audit verify.');
    this.verdicts = verdicts;
  }
}

/** Everything that the secret locks: the statement that reads it as id and text, and the one that writes it back. */
const locked = [
  [
    'select name, data_key from guanxi.workspace where data_key is not null',
    'update guanxi.workspace set data_key = $2 where name = $1',
  ],
  [
    'select identity_id, secret from guanxi.second_factor',
    'update guanxi.second_factor set secret = $2 where identity_id = $1',
  ],
  [
    `select id, settings ->> 'clientSecret' from guanxi.sign_in_provider where settings ->> 'clientSecret' is not null`,
    `update guanxi.sign_in_provider set settings = settings || jsonb_build_object('clientSecret', $2::text) where id = $1`,
  ],
  [
    `select name, value ->> 'sealed' from guanxi.operation_setting where value ->> 'sealed' is not null`,
    `update guanxi.operation_setting set value = value || jsonb_build_object('sealed', $2::text) where name = $1`,
  ],
] as const;

const settingName = 'secretProof';

/**
 * Locks with another secret what this one locks, and seals the audit anew, all in one transaction: afterwards one of the
 * two is right for everything. Sessions end, since their cookies were signed with the old one.
 */
export async function rotateSecret(database: Database, from: string, to: string): Promise<void> {
  while (await sealEntries(database, chainKey(from)).catch(() => false));
  const verdicts = await verifyAudit(database, chainKey(from));
  const broken = verdicts.filter((verdict) => verdict.broken !== undefined);
  if (broken.length > 0) throw new BrokenAudit(broken);
  await database.transaction(async (change) => {
    for (const [read, write] of locked)
      for (const [id, text] of await change.run(read))
        await change.run(write, [id, sealText(openText(text ?? '', from), to)]);
    await rechain(change, chainKey(from), chainKey(to));
    if (!(await relockHeads(change, chainKey(from), chainKey(to)))) throw new BrokenAudit([]);
    const heads = Object.fromEntries(
      verdicts.map(({ workspace, head }) => [workspace, `${head.position}:${head.hash}`]),
    );
    for (const { workspace } of verdicts.filter((each) => each.workspace !== ''))
      await recordAuditEntry(change, {
        workspace,
        kind: 'secret.rotated',
        facts: { head: heads[workspace] },
      });
    await change.run('delete from guanxi.session');
    await change.run(
      'insert into guanxi.operation_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
      [settingName, JSON.stringify({ proof: sealText(settingName, to) })],
    );
  });
}

/** Whether this secret is the one that the installation was locked with at the latest rotation. */
export async function isRotatedTo(database: Pick<Database, 'run'>, secret: string): Promise<boolean> {
  const [there] = await database.run(`select to_regclass('guanxi.operation_setting') is not null`);
  if (there?.[0] !== 't') return false;
  const [row] = await database.run(`select value ->> 'proof' from guanxi.operation_setting where name = $1`, [
    settingName,
  ]);
  try {
    return openText(row?.[0] ?? '', secret) === settingName;
  } catch {
    return false;
  }
}
