/** A postal address as records carry it; every part is optional. */
export interface Address {
  readonly street?: string | null;
  readonly city?: string | null;
  readonly region?: string | null;
  readonly postalCode?: string | null;
  readonly country?: string | null;
}

/** The parts in the order they are filled in. */
export const ADDRESS_PARTS = ['country', 'region', 'city', 'street', 'postalCode'] as const;

/** Reads a field's value as an address; anything else is an empty one. */
export function asAddress(value: unknown): Address {
  return typeof value === 'object' && value !== null ? (value as Address) : {};
}

/** An address with blank parts left out, or null when nothing remains. */
export function tidyAddress(address: Address): Address | null {
  const filled = Object.entries(address).filter(([, part]) => typeof part === 'string' && part.trim() !== '');
  return filled.length === 0 ? null : Object.fromEntries(filled.map(([name, part]) => [name, part.trim()]));
}

/** The address with one part as it is being typed; null when nothing is left. */
export function withPart(address: Address, part: keyof Address, text: string): Address | null {
  const changed = { ...address, [part]: text === '' ? null : text };
  const filled = Object.entries(changed).filter(([, each]) => each !== null && each !== undefined);
  return filled.length === 0 ? null : Object.fromEntries(filled);
}
