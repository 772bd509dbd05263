import type { Random } from './random.ts';

/** A UUIDv7 of that instant, so that old records have old ids. */
export function identifierAt(random: Random, at: number): string {
  const hex = (count: number) =>
    Array.from({ length: count }, () => random.whole(0, 15).toString(16)).join('');
  const time = at.toString(16).padStart(12, '0');
  const variant = random.pick(['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
