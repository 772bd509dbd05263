const MEGABYTE = 1024 * 1024;

/** Excel's own bound. */
export const ROW_LIMIT = 1_048_576;

/** Unpacked bytes of one part; a sheet of a million rows is about a gigabyte of XML. */
export const SHEET_LIMIT = 2048 * MEGABYTE;
export const STRINGS_LIMIT = 512 * MEGABYTE;
export const SMALL_PART_LIMIT = 16 * MEGABYTE;

/** An honest sheet packs ten- to fortyfold; a bomb a thousandfold. Small parts may be anything. */
export const RATIO_LIMIT = 250;
export const RATIO_FREE = 16 * MEGABYTE;

/** Text, or a tag, between two events of the XML; a cell holds at most 32,767 characters. */
export const NODE_LIMIT = 4 * MEGABYTE;
/** Entries of the zip. */
export const PART_COUNT_LIMIT = 10_000;
