import { parseSync, Visitor } from 'oxc-parser';
import { businessWords } from '../business-words.ts';
import { cycles } from '../source/cycles.ts';
import { importsOf } from '../source/imports.ts';
import { declaredObjects } from '../source/object-names.ts';
import { isTest, lineCount, programFiles, type SourceFile } from '../source/source-files.ts';
import { objectSpread } from './object-spread.ts';

export interface Measure {
  readonly name: string;
  readonly value: string;
  readonly aim: string;
}

/** The measures of EXAMPLES: size, tangles, blindness, reach of one object, tests, loose ends. */
export function measureTree(): readonly Measure[] {
  const files = programFiles().filter(({ path }) => /^(bin|src|test|bench)\//.test(path));
  const source = files.filter(({ path }) => path.startsWith('src/') && !isTest(path));
  const lengths = source.map(lineCount).sort((one, other) => one - other);
  const lines = sum(source.map(lineCount));
  const testLines = sum(files.filter(({ path }) => isTest(path)).map(lineCount));
  const tangled = cycles(new Map(source.map((file) => [file.path, importsOf(file).files]))).flat();
  const objects = declaredObjects(source);
  const blind = source.filter(({ path }) => /^src\/(kernel|engine|web)\//.test(path));
  const seeing = blind.filter(({ path, text }) => businessWords(`${path}\n${text}`, objects).length > 0);
  const spread = objectSpread(files, objects);
  return [
    { name: 'median file, lines', value: String(quantile(lengths, 0.5)), aim: '≤ 40' },
    { name: '90th percentile', value: String(quantile(lengths, 0.9)), aim: '≤ 120' },
    {
      name: 'files over 400 lines',
      value: share(lengths.filter((length) => length > 400).length, source),
      aim: '0',
    },
    { name: 'modules in a cycle, type imports counted', value: share(tangled.length, source), aim: '0' },
    {
      name: 'engine files that name a business object',
      value: `${seeing.length} of ${blind.length}`,
      aim: '0',
    },
    { name: 'own files of one object', value: spread.own, aim: '2 to 8' },
    { name: 'files elsewhere that name it', value: spread.elsewhere, aim: '≤ 3' },
    { name: 'test lines per source line', value: (testLines / lines).toFixed(2), aim: '≥ 1' },
    { name: '`any` per 1,000 lines', value: perThousand(sum(source.map(anys)), lines), aim: '≤ 0.1' },
    {
      name: 'TO' + 'DO/FIX' + 'ME per 1,000 lines',
      value: perThousand(sum(source.map(looseEnds)), lines),
      aim: '0',
    },
    { name: 'source files, lines', value: `${source.length}, ${lines}`, aim: '' },
  ];
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function share(count: number, of: readonly unknown[]): string {
  return count === 0 ? '0' : `${count} (${((100 * count) / of.length).toFixed(1)} %)`;
}

function perThousand(count: number, lines: number): string {
  return ((1000 * count) / lines).toFixed(2);
}

function anys({ path, text }: SourceFile): number {
  let count = 0;
  new Visitor({
    TSAnyKeyword() {
      count++;
    },
  }).visit(parseSync(path, text).program);
  return count;
}

function looseEnds({ text }: SourceFile): number {
  return text.match(new RegExp('\\b(TO' + 'DO|FIX' + 'ME)\\b', 'g'))?.length ?? 0;
}
