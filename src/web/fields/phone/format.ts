import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Groups a number's digits the way its country does: at home without the country code,
 * `138 0013 8000`, elsewhere with it, `+1 512 463 2000`. What is no number stays as it was written.
 */
export function formatPhone(value: string, home: CountryCode): string {
  const number = parsePhoneNumberFromString(value, home);
  if (!number?.isPossible()) return value;
  return number.country === home ? number.formatNational() : number.formatInternational();
}

/** The country whose numbers are written without a code: where the user's clock hangs. */
export function homeCountry(timeZone: string, locale: string): CountryCode {
  return HOMES[timeZone] ?? (locale.startsWith('zh') ? 'CN' : 'US');
}

const HOMES: Readonly<Record<string, CountryCode>> = {
  'Asia/Shanghai': 'CN',
  'Asia/Urumqi': 'CN',
  'Asia/Hong_Kong': 'HK',
  'Asia/Taipei': 'TW',
  'Asia/Macau': 'MO',
  'Asia/Singapore': 'SG',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Asia/Kolkata': 'IN',
  'Europe/London': 'GB',
  'Europe/Berlin': 'DE',
  'Europe/Paris': 'FR',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Australia/Sydney': 'AU',
};
