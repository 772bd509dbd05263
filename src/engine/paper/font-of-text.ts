import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** Letters that stand together in one file of the font. */
interface Piece {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const home = new URL('.', import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json'));
let known: readonly Piece[] | undefined;

/** The files of the font with what they hold: a hundred, by how often their characters occur. */
function pieces(): readonly Piece[] {
  known ??= Object.entries(
    JSON.parse(readFileSync(new URL('unicode.json', home), 'utf8')) as Readonly<Record<string, string>>,
  ).map(([name, ranges]) => ({
    file: fileURLToPath(new URL(`files/noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`, home)),
    ranges: ranges.split(',').map((range) => {
      const [from = '', to = from] = range.trim().slice(2).split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
  return known;
}

/** Fonts that hold these characters and no more, each with its own; characters that no font knows are left out. */
export async function fontsOf(
  text: string,
): Promise<readonly { readonly characters: ReadonlySet<string>; readonly bytes: Buffer }[]> {
  const wanted = new Map<Piece, Set<string>>();
  for (const character of new Set(`${text}…?– `)) {
    const code = character.codePointAt(0) ?? 0;
    const piece = pieces().find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
    if (piece !== undefined) wanted.set(piece, (wanted.get(piece) ?? new Set()).add(character));
  }
  return Promise.all(
    [...wanted].map(async ([{ file }, characters]) => {
      const whole = await readFile(file);
      const bytes = await subsetFont(whole, [...characters].join(''), {
        targetFormat: 'truetype',
        variationAxes: { wght: 400 },
      });
      return { characters, bytes };
    }),
  );
}
