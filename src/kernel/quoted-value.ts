/** A wrong value as a message quotes it: short, and written without running what it brings along. */
export function quotedValue(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return [...text.slice(0, 60)].filter((sign) => sign.isWellFormed()).join('');
}
