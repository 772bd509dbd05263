/** What a folder would say of a file that is not there. */
export function missingPiece(name: string): Error {
  return Object.assign(new Error(`${name} is missing`), { code: 'ENOENT' });
}
