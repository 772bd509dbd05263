/** Within what the text of one file is looked for: whatever takes more stays without. */
export const textLimits = {
  /** Bytes of the file. */
  bytes: 50 * 1024 * 1024,
  /** Bytes of one part of a package, unpacked. */
  part: 64 * 1024 * 1024,
  /** Characters that are kept. */
  characters: 500_000,
  /** Bytes of words that the search keeps; PostgreSQL takes a megabyte. */
  words: 700_000,
  pages: 2000,
  milliseconds: 20_000,
  /** Megabytes of memory. */
  memory: 256,
} as const;
