import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Context } from '../records/context.ts';
import type { Configuration } from './configuration.ts';
import { readSettings } from './read-settings.ts';
import { storedEntries } from './stored-entries.ts';

/** How the company has set the product up, always in the same order. */
export async function readConfiguration(
  context: Context,
  settings: WorkspaceSettings,
): Promise<Configuration> {
  const stored = await storedEntries(context);
  const records = Object.fromEntries(
    [...stored].map(([name, { entries }]) => [name, entries.map(({ entry }) => entry)]),
  );
  return { format: 1, settings: await readSettings(context, settings), records };
}
