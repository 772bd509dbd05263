import { usualTime } from '#kernel/working-time/company-time.ts';
import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { Context } from '../records/context.ts';
import type { ConfiguredSettings } from './configuration.ts';
import { ownSettings } from './own-settings.ts';

/** What is set for the company as a whole, always in the same order. */
export async function readSettings(
  context: Context,
  { currencies, locale, timeZone, workingTime = usualTime(locale) }: WorkspaceSettings,
): Promise<ConfiguredSettings> {
  const settings: Record<string, unknown> = {
    ...{ currencies: inOrder(currencies), locale, timeZone, workingTime },
  };
  for (const [name, { read }] of ownSettings) settings[name] = await read(context);
  return inOrder(settings) as unknown as ConfiguredSettings;
}

function inOrder<Value>(parts: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
}
