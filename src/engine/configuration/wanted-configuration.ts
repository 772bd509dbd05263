import { Refusal } from '#kernel/problem.ts';
import { asWhole } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import type { Configuration } from './configuration.ts';
import { configuredObjects } from './configured-objects.ts';
import { ownSettings } from './own-settings.ts';

const settingNames: ReadonlySet<string> = new Set([
  'currencies',
  'locale',
  'timeZone',
  'workingTime',
  ...ownSettings.keys(),
]);

/** The shape of what was sent; what is in each entry is read where it is written. */
export function wantedConfiguration(context: Context, wanted: unknown): Partial<Configuration> {
  const invalid = (field: string, code: string) => new Refusal('invalid', [{ field, code }]);
  if (typeof wanted !== 'object' || wanted === null || (wanted as Configuration).format !== 1)
    throw invalid('format', 'notConfiguration');
  const { settings = {}, records = {} } = wanted as Configuration;
  if (typeof settings !== 'object' || settings === null) throw invalid('settings', 'notConfiguration');
  if (typeof records !== 'object' || records === null) throw invalid('records', 'notConfiguration');
  for (const name of Object.keys(settings))
    if (!settingNames.has(name)) throw invalid(`settings.${name}`, 'unknownField');
  const known = new Set(configuredObjects(asWhole(context).registry).map(({ object }) => object.name));
  for (const [name, entries] of Object.entries(records)) {
    if (!known.has(name)) throw invalid(`records.${name}`, 'unknownField');
    if (!Array.isArray(entries) || entries.some((entry) => typeof entry !== 'object' || entry === null))
      throw invalid(`records.${name}`, 'notAList');
  }
  return wanted as Configuration;
}
