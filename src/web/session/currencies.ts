const codes = [
  'CNY',
  'USD',
  'EUR',
  'GBP',
  'HKD',
  'TWD',
  'JPY',
  'KRW',
  'SGD',
  'AUD',
  'CAD',
  'CHF',
  'INR',
  'BRL',
];

const byZone: readonly (readonly [RegExp, string])[] = [
  [/Shanghai|Chongqing|Urumqi|Harbin|PRC/, 'CNY'],
  [/Hong_Kong/, 'HKD'],
  [/Taipei/, 'TWD'],
  [/Tokyo/, 'JPY'],
  [/Singapore/, 'SGD'],
  [/London/, 'GBP'],
  [/Zurich/, 'CHF'],
  [/Kolkata|Calcutta/, 'INR'],
  [/^Australia\//, 'AUD'],
  [/^Europe\//, 'EUR'],
];

/** The currency most likely kept where a time zone lies. */
export function likelyCurrency(timeZone: string): string {
  return byZone.find(([zone]) => zone.test(timeZone))?.[1] ?? 'USD';
}

/** Currencies to choose from, by name in the reader's language. */
export function currencyChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}
