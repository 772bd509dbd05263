import { isTest, type SourceFile } from '../source/source-files.ts';

interface Spread {
  /** Files in the object's own folder: median and most. */
  readonly own: string;
  /** Files outside it that name it by its qualified name or import from its folder: median and most. */
  readonly elsewhere: string;
}

/** How far one object reaches through the tree; tests left out. */
export function objectSpread(files: readonly SourceFile[], objects: readonly string[]): Spread {
  const source = files.filter(({ path }) => path.startsWith('src/') && !isTest(path));
  const counts = objects.flatMap((name) => {
    const declaration = source.find(
      ({ path, text }) => path.endsWith('.object.ts') && text.includes(`'${name}'`),
    );
    if (!declaration) return [];
    const folder = declaration.path.slice(0, declaration.path.lastIndexOf('/') + 1);
    const own = source.filter(({ path }) => path.startsWith(folder));
    const outside = source.filter(({ path, text }) => !path.startsWith(folder) && names(text, name, folder));
    return [{ name, own: own.length, elsewhere: outside.length }];
  });
  return { own: summary(counts, 'own'), elsewhere: summary(counts, 'elsewhere') };
}

function names(text: string, name: string, folder: string): boolean {
  const lastFolder = folder.split('/').at(-2);
  return text.includes(`'${name}'`) || text.includes(`objects/${lastFolder}/`);
}

type Count = { readonly name: string; readonly own: number; readonly elsewhere: number };

function summary(counts: readonly Count[], part: 'own' | 'elsewhere'): string {
  const sorted = [...counts].sort((one, other) => one[part] - other[part]);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const most = sorted.at(-1);
  return middle && most ? `median ${middle[part]}, most ${most[part]} (${most.name})` : 'no object yet';
}
