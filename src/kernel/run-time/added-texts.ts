import type { Texts } from '../module.ts';
import type { DefinedChoice, FieldDefinition } from './field-definition.ts';

/** What added fields and their choices are called in one language, shaped as the texts of a declared object are. */
export function addedTexts(definitions: readonly FieldDefinition[], locale: 'en' | 'zh-CN'): Texts {
  const [first, second] = locale === 'en' ? (['En', 'Zh'] as const) : (['Zh', 'En'] as const);
  const choices = definitions.flatMap(({ name, choices: given }) =>
    Array.isArray(given) ? [[name ?? '', given as readonly DefinedChoice[]] as const] : [],
  );
  const called = (definition: FieldDefinition, what: 'label' | 'help') =>
    definition[`${what}${first}`] ?? definition[`${what}${second}`];
  return {
    fields: named(definitions, (definition) => called(definition, 'label') ?? definition.name),
    help: named(definitions, (definition) => called(definition, 'help')),
    choices: Object.fromEntries(
      choices.map(([name, values]) => [
        name,
        Object.fromEntries(
          values.map(({ value, zh, en }) => [value, (locale === 'en' ? (en ?? zh) : (zh ?? en)) ?? value]),
        ),
      ]),
    ),
    choiceAliases: Object.fromEntries(
      choices.map(([name, values]) => [
        name,
        Object.fromEntries(values.map(({ value, names = [] }) => [value, names])),
      ]),
    ),
  };
}

function named(
  definitions: readonly FieldDefinition[],
  text: (definition: FieldDefinition) => string | null | undefined,
): Texts {
  return Object.fromEntries(
    definitions.flatMap((definition) => {
      const found = text(definition);
      return found === null || found === undefined ? [] : [[definition.name ?? '', found] as const];
    }),
  );
}
