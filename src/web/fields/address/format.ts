import type { Address } from './address.ts';

/** One line, largest part first for Chinese, smallest first otherwise. */
export function formatAddress(address: Address, locale: string): string {
  const { street, city, region, postalCode } = address;
  const country = countryName(address.country, locale);
  if (/[\u4e00-\u9fff]/.test(`${street ?? ''}${city ?? ''}${region ?? ''}`)) {
    const place = [region, city === region ? null : city, street].filter(Boolean).join('');
    return [country, place, postalCode].filter(Boolean).join(' ');
  }
  const area = [region, postalCode].filter(Boolean).join(' ');
  return [street, city, area, country].filter(Boolean).join(', ');
}

/** A two-letter code becomes the country's name; a name stays as it is. */
export function countryName(country: string | null | undefined, locale: string): string | null {
  if (!country) return null;
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
}
