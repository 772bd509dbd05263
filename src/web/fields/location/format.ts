/** A point on the map as records carry it. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/** Five decimals, about a metre: `36.06710, 120.38264`. */
export function formatLocation(location: Location): string {
  return `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
}

/** Reads `36.0671, 120.3826`, full-width signs included; null when it is no point on Earth. */
export function parseLocation(text: string): Location | null {
  const match = /^(-?\d+(?:\.\d+)?)\s*[,，;\s]\s*(-?\d+(?:\.\d+)?)$/.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const latitude = Number(match[1]);
  const longitude = Number(match[2]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
