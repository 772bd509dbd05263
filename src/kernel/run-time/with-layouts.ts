import type { Registry } from '../registry.ts';
import type { PageLayout } from './page-layout.ts';

/** The objects whose pages a company lays out know how; all others are shared. */
export function withLayouts(registry: Registry, layouts: readonly PageLayout[]): Registry {
  if (layouts.length === 0) return registry;
  const changed = [...Map.groupBy(layouts, ({ object }) => object)].flatMap(([name, own]) => {
    const object = registry.objects.get(name);
    return object === undefined ? [] : [[name, { ...object, layouts: own }] as const];
  });
  return { ...registry, objects: new Map([...registry.objects, ...changed]) };
}
