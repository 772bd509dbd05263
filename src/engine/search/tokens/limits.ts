/** Characters of one part, or of one query, that are looked at. */
export const INPUT_LENGTH = 1000;
/** Code points of one token. */
export const TOKEN_LENGTH = 64;
/** Characters of a token cut from a Han run: a longer query is asked for in overlapping windows of this size. */
export const HAN_LENGTH = 16;
/** Words of one query. */
export const QUERY_TOKENS = 16;

/** Tokens that one part may add to the index. */
export const PART_TOKENS = { name: 60, text: 200, digits: 60 } as const;
