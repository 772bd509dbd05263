import { discussable, isDiscussable } from './discussable.ts';
import type { ChoiceColor } from './field/choice/choice.ts';
import type { Field } from './field/field.ts';
import { rollupResult } from './field/rollup/rollup.ts';
import type { Module } from './module.ts';
import { shortName } from './object-name.ts';

const roleColors: readonly ChoiceColor[] = [
  'red',
  'violet',
  'blue',
  'teal',
  'green',
  'amber',
  'orange',
  'grey',
];

/** Fills in what a field's declaration leaves to the product as a whole; targets become short names. */
export function resolverOf(modules: readonly Module[], people: string): (field: Field) => Field {
  const objects = modules.flatMap((module) => module.objects.map(({ object }) => object));
  const having = (trait: string) =>
    objects
      .filter((object) =>
        trait === discussable
          ? isDiscussable(object, people)
          : object.traits.some(({ name }) => name === trait),
      )
      .map(({ name }) => shortName(name));
  const named = (names: readonly string[]) => names.map((value) => ({ value, color: 'grey' }));
  const roles = modules
    .flatMap((module) => module.roles)
    .map((value, index) => ({ value, color: roleColors[index % roleColors.length] as string }));
  return (field) => {
    if (field.type === 'user') return { ...field, target: people };
    if (field.type === 'regarding')
      return { ...field, targets: field.targets?.map(shortName) ?? having(field.having ?? 'regardable') };
    if (field.listed === 'roles') return { ...field, choices: roles };
    if (field.listed === 'owned') return { ...field, choices: named(having('ownable')) };
    if (field.listed === 'objects')
      return { ...field, choices: named(objects.map(({ name }) => shortName(name))) };
    const { rollup } = field;
    if (rollup?.field !== undefined) {
      const measured = objects.find(({ name }) => name === rollup.object)?.fields[rollup.field];
      return { ...field, result: rollupResult(rollup.measure, measured) };
    }
    return field.target === undefined ? field : { ...field, target: shortName(field.target) };
  };
}
