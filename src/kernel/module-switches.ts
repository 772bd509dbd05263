import type { Module } from './module.ts';
import { compose, type Registry } from './registry.ts';

/** Whether a company may switch it off by itself: what only joins others goes and comes with them. */
export function isSwitchable({ essential, navigation }: Module): boolean {
  return essential !== true && navigation.length > 0;
}

/** The modules that cannot be without this one, near and far. */
export function dependentsOf(modules: readonly Module[], name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (of: string) => {
    for (const module of modules)
      if (module.depends.includes(of) && !found.has(module.name)) {
        found.add(module.name);
        look(module.name);
      }
  };
  look(name);
  return found;
}

/** The modules that this one cannot be without, near and far. */
export function needsOf(modules: readonly Module[], name: string): ReadonlySet<string> {
  return new Set(
    modules.filter((module) => dependentsOf(modules, module.name).has(name)).map((module) => module.name),
  );
}

/** What is off when these are, with everything that cannot be without them. */
export function offWith(modules: readonly Module[], names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [name, ...dependentsOf(modules, name)]));
}

/** The product as it would be if these modules did not exist; what they have stored stays where it is. */
export function withoutModules(registry: Registry, off: ReadonlySet<string>): Registry {
  return compose(
    registry.declared.filter(({ name }) => !off.has(name)),
    registry.objects.get(registry.people)?.qualified ?? '',
  );
}
