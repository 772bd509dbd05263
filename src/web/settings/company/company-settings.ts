import type { CompanyTime } from '#kernel/working-time/company-time.ts';

/** What is set for the whole company. */
export interface CompanySettings {
  readonly company: string;
  /** ISO 4217 code in which sums are given. */
  readonly currency: string;
  /** What one unit of each currency is worth in it. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
  readonly workingTime: CompanyTime;
  readonly responsibility?: Responsibility;
}

/** Who is responsible for what is kept of people. */
export interface Responsibility {
  readonly address?: string;
  readonly reach?: string;
  readonly officer?: string;
  readonly officerReach?: string;
  readonly representative?: string;
  readonly transfers?: string;
}
