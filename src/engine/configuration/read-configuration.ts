import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Context } from '../records/context.ts';
import { readSwitchedOff } from '../run-time/switched-off.ts';
import type { Configuration } from './configuration.ts';
import { storedEntries } from './stored-entries.ts';

/** How the company has set the product up, always in the same order. */
export async function readConfiguration(
  context: Context,
  { currencies, locale, timeZone }: WorkspaceSettings,
): Promise<Configuration> {
  const stored = await storedEntries(context);
  const records = Object.fromEntries(
    [...stored].map(([name, { entries }]) => [name, entries.map(({ entry }) => entry)]),
  );
  const sorted = Object.fromEntries(
    Object.entries(currencies).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const switchedOff = await readSwitchedOff(context.database, context.workspace.schema);
  return { format: 1, settings: { currencies: sorted, locale, switchedOff, timeZone }, records };
}
