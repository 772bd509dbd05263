import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

/** The objects that the domains declare, by qualified name: `sales.opportunity`. */
export function declaredObjects(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith('src/domains/'))
    .flatMap(namesIn)
    .sort();
}

function namesIn({ path, text }: SourceFile): string[] {
  if (!text.includes('defineObject(')) return [];
  const names: string[] = [];
  new Visitor({
    CallExpression(node) {
      const [options] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'defineObject') return;
      if (options?.type !== 'ObjectExpression') return;
      for (const property of options.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        if (property.key.name === 'name' && property.value.type === 'Literal')
          names.push(String(property.value.value));
      }
    },
  }).visit(parseSync(path, text).program);
  return names;
}
