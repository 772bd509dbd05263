import { parseArgs } from 'node:util';
import { databaseOn } from '#engine/database/database.ts';
import { migrateWorkspaces } from '#engine/schema/migrate-workspaces.ts';
import { type PlanToRead, readPlan } from '#engine/schema/read-plan.ts';
import type { Installation } from '../installation.ts';
import { type StoredWorkspace, workspaceOf } from '../workspace-of.ts';
import { identityOf } from './acting-as.ts';
import type { Command } from './command.ts';
import { dropRetiredEverywhere } from './drop-retired.ts';

const options = {
  'dry-run': { type: 'boolean' },
  'drop-retired': { type: 'boolean' },
  confirm: { type: 'string' },
} as const;

export const migrate: Command = {
  usage: 'migrate [--dry-run] | migrate --drop-retired [--confirm CODE]',
  summary:
    'bring the database of every workspace to what this version declares, or show how; what is declared no more is kept until it is dropped by --drop-retired',
  async run(installation, parameters) {
    const { values } = parseArgs({ args: parameters, options });
    if (values['drop-retired']) return dropRetiredEverywhere(installation, values.confirm);
    const { workspaces } = await identityOf(installation);
    const all = await workspaces.list();
    let refused = false;
    for (const { name, label, schema } of all) {
      const plan = await readPlan(databaseOn(installation.pool), installation.registry, schema, new Date());
      console.log(linesOf(`${name} (${label})`, plan).join('\n'));
      refused ||= plan.obstacles.length > 0;
    }
    return values['dry-run'] ? Number(refused) : migrateAll(installation, all);
  },
};

/** Brings every workspace up to date that can be. */
export async function migrateAll(
  { pool, registry }: Installation,
  workspaces: readonly StoredWorkspace[],
): Promise<number> {
  const failed = await migrateWorkspaces(databaseOn(pool), registry, workspaces.map(workspaceOf), new Date());
  for (const [name, { message }] of failed) console.error(`${name} stays as it was. ${message}`);
  const done = workspaces.length - failed.size;
  console.log(`${done} of ${workspaces.length} workspaces are up to date.`);
  return Number(failed.size > 0);
}

/** A plan in sentences, each with what it runs. */
export function linesOf(title: string, { changes, obstacles, retired }: PlanToRead): readonly string[] {
  return [
    `${title}: ${changes.length === 0 ? 'up to date' : `${changes.length} changes`}`,
    ...changes.flatMap(({ sentence, statements }) => [
      `  ${sentence}`,
      ...statements.map((text) => `      ${text.replaceAll(/\s+/g, ' ')};`),
    ]),
    ...retired.map(
      ({ name, count }) => `  Kept though nothing declares it any more: ${name} (${count} values).`,
    ),
    ...obstacles.map((obstacle) => `  ✖ ${obstacle}`),
    ...(obstacles.length > 0 ? ['  ✖ So nothing would be changed here.'] : []),
  ];
}
