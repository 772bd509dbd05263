/** A tile server of the company's own, which shows more of the land than its outline. */
export interface MapTiles {
  /** With `{z}`, `{x}` and `{y}` where the tile's numbers go. */
  readonly address: string;
  /** Whose map it is, as its licence wants it told. */
  readonly by?: string;
}

/** Reads the address of a tile server; it must be whole and encrypted, so that the page can allow exactly its origin. */
export function mapTilesFrom({
  GUANXI_MAP_TILES: address,
  GUANXI_MAP_TILES_BY: by,
}: Readonly<Record<string, string | undefined>>): MapTiles | undefined {
  if (address === undefined || address === '') return undefined;
  if (!isTileAddress(address))
    throw new Error(
      `GUANXI_MAP_TILES must be an address such as https://tiles.example.com/{z}/{x}/{y}.png; it is ${address}.`,
    );
  return { address, ...(by && { by }) };
}

/** The origin from which a page that shows the map fetches pictures. */
export function tileOrigin({ address }: MapTiles): string {
  return new URL(address).origin;
}

function isTileAddress(address: string): boolean {
  if (!URL.canParse(address) || !['{z}', '{x}', '{y}'].every((part) => address.includes(part))) return false;
  const { protocol, hostname, username } = new URL(address);
  return protocol === 'https:' && username === '' && !/[{}*]|%7b/i.test(hostname);
}
