import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';

const placeholder = /\{((?:\$start\.)?[\w.]+)\}/g;

/** How a step value begins that is a text with values of the record in it. */
export const textMark = '$text:';

/** The paths that a text names between braces. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, path = '']) => path))];
}

/** The path to read for a placeholder: of a record that is named, what it is called. */
export function shownPath(registry: Registry, object: ObjectModel, path: string): string {
  const field = resolvePath(registry, object, path)?.field;
  if (field?.type !== 'reference' && field?.type !== 'user') return path;
  const target = registry.objects.get(field.target ?? registry.people);
  return target === undefined ? path : `${path}.${target.declaration.nameField}`;
}

/** The text with each placeholder replaced; nothing stands for what there is not. */
export function withValues(text: string, shown: (path: string) => string): string {
  return text.replace(placeholder, (_, path: string) => shown(path));
}
