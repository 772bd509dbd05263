import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { definitionGuard } from './definition-guard.ts';
import { objectGuard } from './object-guard.ts';
import { definingObjects } from './read-definitions.ts';
import { ruleGuard } from './rule-guard.ts';

let editions = 0;

/** A number that no registry of this process has had. */
export function nextEdition(): number {
  editions += 1;
  return editions;
}

/** The registry in which whoever writes a definition or a rule is held to what the company has. */
export function guarded(database: Database, base: Registry, registry: Registry, schema: string): Registry {
  const defining = definingObjects(registry);
  if (defining.length === 0) return registry;
  const place = { database, base, schema };
  const objects = defining.map((object) => {
    const guard =
      object.declaration.purpose === 'definition'
        ? definitionGuard({ ...place, defining: object })
        : objectGuard({ ...place, defining: object });
    return [object.name, { ...object, guard }] as const;
  });
  const rules = registry.purposes.get('rule');
  const ruling =
    rules === undefined
      ? []
      : [[rules.name, { ...rules, guard: ruleGuard({ database, registry, schema }, rules) }] as const];
  return {
    ...registry,
    edition: nextEdition(),
    objects: new Map([...registry.objects, ...objects, ...ruling]),
  };
}
