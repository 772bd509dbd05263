/** Who gets a release first: those who try it out, then everybody. */
export const rings = ['early', 'general'] as const;

/** What a release says of itself, signed with the sums of its files. */
export interface ReleaseManifest {
  readonly name: string;
  readonly version: string;
  readonly ring: (typeof rings)[number];
  readonly at: string;
}

export const manifestFile = 'release.json';
/** In the notation of `sha256sum`, so that anybody can check it with that. */
export const sumsFile = 'SHA256SUMS';
/** The Ed25519 signature of the sums, base64. */
export const signatureFile = 'SHA256SUMS.sig';

/** A release that is not what it says it is, in words. */
export class ReleaseFault extends Error {}
