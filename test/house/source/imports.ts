import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

export interface Imports {
  /** Files of ours, from the root. */
  readonly files: readonly string[];
  /** Packages and `node:` modules, by name. */
  readonly packages: readonly string[];
  /** What leads nowhere. */
  readonly unresolved: readonly string[];
}

/** Everything that a file imports or re-exports, for its types too. */
export function importsOf(file: SourceFile): Imports {
  const files = new Set<string>();
  const packages = new Set<string>();
  const unresolved = new Set<string>();
  for (const specifier of specifiersOf(file)) {
    const target = resolve(file.path, specifier.replace(/\?\w+$/, ''));
    if (target === undefined) packages.add(packageName(specifier));
    else if (existsSync(target)) files.add(target);
    else unresolved.add(specifier);
  }
  return { files: [...files], packages: [...packages], unresolved: [...unresolved] };
}

function specifiersOf({ path, text }: SourceFile): readonly string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: string[] = [];
  const note = (source: unknown) => {
    if (source && typeof source === 'object' && 'value' in source) found.push(String(source.value));
  };
  new Visitor({
    ImportDeclaration: (node) => note(node.source),
    ExportNamedDeclaration: (node) => note(node.source),
    ExportAllDeclaration: (node) => note(node.source),
    ImportExpression: (node) => note(node.source),
    TSImportType: (node) => note(node.source),
  }).visit(program);
  return found;
}

const { imports: aliases } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  imports: Record<string, string>;
};

/** The file of ours that a specifier means; undefined for a package. */
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const alias = Object.keys(aliases).find((pattern) => specifier.startsWith(pattern.replace('*', '')));
  const target = alias && aliases[alias];
  return target ? posix.join(target.replace('*', specifier.slice(alias.length - 1))) : undefined;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
