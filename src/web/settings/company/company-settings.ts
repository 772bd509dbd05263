/** What is set for the whole company. */
export interface CompanySettings {
  readonly company: string;
  /** ISO 4217 code in which sums are given. */
  readonly currency: string;
  /** What one unit of each currency is worth in it. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
}
