import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import { companyTimeFrom } from '#kernel/working-time/company-time.ts';
import { optional, readBody, required } from './read-body.ts';
import {
  parseCurrencies,
  parseCurrency,
  parseLocale,
  parseResponsibility,
  parseTimeZone,
  type WorkspaceSettings,
} from './workspace-settings.ts';

export interface NewWorkspace {
  readonly name: string;
  readonly settings: Omit<WorkspaceSettings, 'currencies'> & Partial<WorkspaceSettings>;
}

/** Short enough that `ws_` and the name make a PostgreSQL identifier, and safe to write into a statement. */
function parseWorkspaceName(input: unknown): string {
  const name = textInput(input, 48);
  if (!canNameWorkspace(name)) throw new Unacceptable('notWorkspaceName');
  return name;
}

/** Whether a workspace can be called so at all. */
export function canNameWorkspace(name: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(name);
}

function parseCompany(input: unknown): string {
  return textInput(input, 200);
}

export function readNewWorkspace(input: NewWorkspace): { name: string; settings: WorkspaceSettings } {
  const { name } = readBody(input, { name: required(parseWorkspaceName) });
  const settings = readBody(input.settings, {
    company: required(parseCompany),
    currency: required(parseCurrency),
    locale: required(parseLocale),
    timeZone: required(parseTimeZone),
  });
  return { name, settings: { ...settings, currencies: readRates(input.settings, settings.currency) } };
}

/** Present settings with some of them changed; the whole must hold together afterwards. */
export function changedSettings(
  present: WorkspaceSettings,
  change: Partial<WorkspaceSettings>,
): WorkspaceSettings {
  const given = readBody(change, {
    company: optional(required(parseCompany)),
    currency: optional(parseCurrency),
    locale: optional(parseLocale),
    timeZone: optional(parseTimeZone),
    responsibility: optional(parseResponsibility),
    workingTime: optional((input) => companyTimeFrom(input)),
  });
  const responsibility = given.responsibility ?? present.responsibility;
  const workingTime = given.workingTime ?? present.workingTime;
  const currency = given.currency ?? present.currency;
  // Rates are in the base currency: with another base the old ones mean nothing.
  const kept = currency === present.currency ? present.currencies : {};
  return {
    company: given.company ?? present.company,
    currency,
    locale: given.locale ?? present.locale,
    timeZone: given.timeZone ?? present.timeZone,
    currencies: readRates({ currencies: change.currencies ?? kept }, currency),
    ...(responsibility && { responsibility }),
    ...(workingTime && { workingTime }),
  };
}

function readRates(input: Partial<WorkspaceSettings>, base: string): Record<string, string> {
  const read = (value: unknown) => parseCurrencies(value ?? {}, base);
  return readBody(input, { currencies: read }).currencies;
}
