import type { Texts } from '#kernel/module.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import en from './locales/system-fields.en.json' with { type: 'json' };
import zh from './locales/system-fields.zh-CN.json' with { type: 'json' };
import type { Locale } from './texts.ts';

/** The declared texts of the product in one language. */
export interface Labels {
  /** The text at a path that begins with a module's name, or the fallback. */
  text(path: readonly string[], fallback: string): string;
  object(object: ObjectModel, which: 'label' | 'plural'): string;
  field(object: ObjectModel, name: string): string;
  /** What a field is for; undefined when nothing is said. */
  help(object: ObjectModel, name: string): string | undefined;
  choice(object: ObjectModel, field: string, value: string): string;
  view(object: ObjectModel, name: string): string;
  section(object: ObjectModel, name: string): string;
  report(object: ObjectModel, name: string): string;
  /** A dashboard that everybody has: named where dashboards are. */
  dashboard(name: string): string;
  /** What the records are to the one that a reference of theirs points to, where that has a word of its own. */
  inverse(object: ObjectModel, reference: string): string | undefined;
  /** What a verb or an automation is called, by its full name; undefined when it is neither. */
  verb(name: string): string | undefined;
}

export function labelsOf(registry: Registry, locale: Locale): Labels {
  const modules = new Map(registry.modules.map((module) => [module.name, module.locales[locale]]));
  const system: Readonly<Record<string, string>> = locale === 'en' ? en : zh;
  const text = ([module = '', ...rest]: readonly string[], fallback: string): string => {
    return textAt(modules.get(module), rest) ?? fallback;
  };
  /** A text about an object: of its own module or of one that adds to it. */
  const about = (object: ObjectModel, rest: readonly string[], fallback: string): string => {
    const own = textAt(object.texts?.[locale], rest);
    if (own !== undefined) return own;
    for (const module of [object.module, ...modules.keys()]) {
      const found = text([module, 'objects', object.name, ...rest], '');
      if (found !== '') return found;
    }
    return fallback;
  };
  const role = (name: string) =>
    text([registry.modules.find(({ roles }) => roles.includes(name))?.name ?? '', 'roles', name], name);
  const verbs = new Set([...registry.actions.keys(), ...registry.automations.map(({ name }) => name)]);
  return {
    text,
    verb: (name) => {
      const [module = '', verb = ''] = name.split('.');
      const drawn = registry.drawn?.get(name);
      if (drawn !== undefined) return drawn.label;
      if (!verbs.has(name)) return undefined;
      const group = registry.actions.has(name) ? 'actions' : 'automations';
      return text([module, group, verb, 'label'], system[verb] ?? verb);
    },
    object: (object, which) => about(object, [which], object.name),
    field: (object, name) => about(object, ['fields', name], system[name] ?? name),
    help: (object, name) => about(object, ['help', name], '') || undefined,
    choice: (object, field, value) => {
      const { listed } = object.fields.get(field) ?? {};
      const other = listed === 'owned' || listed === 'objects' ? registry.objects.get(value) : undefined;
      if (other !== undefined) return about(other, ['label'], value);
      return listed === 'roles' ? role(value) : about(object, ['choices', field, value], value);
    },
    view: (object, name) => about(object, ['views', name], name),
    inverse: (object, reference) => about(object, ['inverses', reference], '') || undefined,
    report: (object, name) => about(object, ['reports', name], system[name] ?? name),
    dashboard: (name) => text([registry.purposes.get('dashboard')?.module ?? '', 'dashboards', name], name),
    section: (object, name) => about(object, ['sections', name], system[name] ?? name),
  };
}

function textAt(texts: Texts | undefined, path: readonly string[]): string | undefined {
  let found: Texts[string] | undefined = texts;
  for (const key of path) found = typeof found === 'object' ? (found as Texts)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}
