/** Moves the decimal point of a plain decimal string to the right, digit by digit, so nothing is rounded. */
export function shiftDecimal(value: string, places: number): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole + fraction.padEnd(places, '0');
  const point = whole.length + places;
  return tidy(negative, digits.slice(0, point), digits.slice(point));
}

/** Drops leading zeros and an empty fraction. */
export function tidy(negative: boolean, whole: string, fraction: string): string {
  const leading = whole.replace(/^0+(?=\d)/, '') || '0';
  const body = fraction ? `${leading}.${fraction}` : leading;
  return negative && /[1-9]/.test(body) ? `-${body}` : body;
}
