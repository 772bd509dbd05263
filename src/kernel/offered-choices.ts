import type { Expression } from './expression/expression.ts';
import { type FieldRule, offersByField, withheldChoices } from './field-rule.ts';

type Values = Readonly<Record<string, unknown>>;

/** Values that go together, and what had to go: choices that are not offered, by their fields. */
export interface Fitted {
  readonly values: Values;
  readonly gone: Readonly<Record<string, readonly string[]>>;
}

/**
 * The values without the choices that are not offered beside the others; what depends on one that went goes as well.
 * What may not go stays, and is for others to complain of.
 */
export function onlyOffered(
  rules: readonly FieldRule[],
  values: Values,
  holdsOn: (values: Values) => (condition: Expression) => boolean,
  mayGo: (name: string) => boolean = () => true,
): Fitted {
  const going = [...offersByField(rules)].flatMap(([name, offers]) => {
    const chosen = mayGo(name) ? chosenIn(values[name]) : [];
    if (chosen.length === 0) return [];
    const withheld = withheldChoices(offers, holdsOn(values));
    const away = chosen.filter((value) => withheld.has(value));
    return away.length > 0 ? [[name, away] as const] : [];
  });
  if (going.length === 0) return { values, gone: {} };
  const kept = going.map(([name, away]) => {
    const left = chosenIn(values[name]).filter((value) => !away.includes(value));
    return [name, left.length > 0 ? left : null];
  });
  const further = onlyOffered(rules, { ...values, ...Object.fromEntries(kept) }, holdsOn, mayGo);
  return { values: further.values, gone: { ...Object.fromEntries(going), ...further.gone } };
}

/** What is chosen in a field, of which one or several may be. */
export function chosenIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}
