import type { Registry } from '#kernel/registry.ts';
import { isDefining } from '../run-time/read-definitions.ts';

/** Whether what people may do follows from the records of the object of this short name. */
export function shapesRights(registry: Registry, object: string): boolean {
  const purpose = registry.objects.get(object)?.declaration.purpose;
  return object === registry.people || (purpose !== undefined && !isDefining(registry, object));
}
