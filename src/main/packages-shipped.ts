import { readFileSync } from 'node:fs';

/** A package that runs with the product. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Of packages that do not say it where others do; read in the file that each brings. */
const licensesInFiles: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** The packages that run with the product, by name, without those that only build and test it. */
export function packagesShipped(): readonly ShippedPackage[] {
  const lock = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, LockedPackage>> };
  return Object.entries(packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
    .map(([place, { version = '', license }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 13);
      return { name, version, license: license ?? licensesInFiles[name] ?? '' };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
