import { isSwitchable } from '#kernel/module-switches.ts';
import { type Registry, wholeOf } from '#kernel/registry.ts';

/** Whether these are names of modules that a company can do without. */
export function isKnownSwitch(registry: Registry, names: unknown): names is readonly string[] {
  const switchable = new Set(
    wholeOf(registry)
      .modules.filter(isSwitchable)
      .map(({ name }) => name),
  );
  return Array.isArray(names) && names.every((name) => switchable.has(name));
}
