/** Columns for which the rows of a grid come out as equal as they can where so many tiles find room side by side. */
export function evenColumns(tiles: number, room: number): number {
  return Math.ceil(tiles / Math.ceil(tiles / room)) || 1;
}
