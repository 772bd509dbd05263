import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import type { CompanyTime } from '#kernel/working-time/company-time.ts';

export type WorkspaceLocale = 'en' | 'zh-CN';

export interface WorkspaceSettings {
  /** The company's name as it stands on screens and papers. */
  readonly company: string;
  /** ISO 4217 code in which sums are given. */
  readonly currency: string;
  /** Every currency in use: what one unit of it is worth in `currency`, as a decimal string. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly locale: WorkspaceLocale;
  readonly timeZone: string;
  /** When the company works; the usual week where it has said nothing. */
  readonly workingTime?: CompanyTime;
  /** What the company says of itself as the one who is responsible for data about people. */
  readonly responsibility?: Responsibility;
}

/** Who is responsible for what is kept of people, as the register of processing tells it. */
export interface Responsibility {
  readonly address?: string;
  /** A mail address or telephone number for people who ask what is known of them. */
  readonly reach?: string;
  /** Who watches over the protection of data. */
  readonly officer?: string;
  readonly officerReach?: string;
  /** Who stands for a company that has no office here. */
  readonly representative?: string;
  /** To which countries data go, and what protects them there. */
  readonly transfers?: string;
}

const longest = 2000;
export const responsibilityParts = [
  ...(['address', 'reach', 'officer', 'officerReach', 'representative', 'transfers'] as const),
];

/** What is said; parts that are empty are not said. */
export function parseResponsibility(input: unknown): Responsibility {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new Unacceptable('notARecord');
  const given = input as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    responsibilityParts.flatMap((part) => {
      const said = textInput(given[part] ?? '', longest);
      return said === '' ? [] : [[part, said]];
    }),
  );
}

const currencyCodes = new Set(Intl.supportedValuesOf('currency'));
const rate = /^(?=[\d.]*[1-9])\d{1,12}(\.\d{1,12})?$/;

export function parseCurrency(input: unknown): string {
  const code = textInput(input, 3).toUpperCase();
  if (!currencyCodes.has(code)) throw new Unacceptable('notCurrency');
  return code;
}

export function parseTimeZone(input: unknown): string {
  const zone = textInput(input, 64);
  // A bare offset is not a zone: it knows no summer time, and PostgreSQL reads its sign the other way round.
  if (!/^[A-Za-z]/.test(zone)) throw new Unacceptable('notTimeZone');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new Unacceptable('notTimeZone');
  }
}

export function parseLocale(input: unknown): WorkspaceLocale {
  if (input !== 'en' && input !== 'zh-CN') throw new Unacceptable('notLocale');
  return input;
}

/** Exchange rates by currency; the base currency itself is always worth 1. */
export function parseCurrencies(input: unknown, base: string): Record<string, string> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new Unacceptable('notRates');
  const rates: Record<string, string> = {};
  for (const [code, value] of Object.entries(input)) {
    if (typeof value !== 'string' || !rate.test(value)) throw new Unacceptable('notRate', { currency: code });
    rates[parseCurrency(code)] = value;
  }
  rates[base] = '1';
  return rates;
}
