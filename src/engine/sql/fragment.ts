import type { Given } from '#kernel/expression/expression.ts';
import type { Workdays } from '#kernel/working-time/workdays.ts';

/** A value known only when a compiled statement runs: who asks, when and by which calendar, or an argument by name. */
export interface Slot {
  readonly slot:
    | Given
    | keyof Workdays
    | 'timeZone'
    | 'impersonator'
    | 'audiences'
    | 'territories'
    | 'argument';
  readonly argument?: string;
}

/** A piece of SQL with its values apart, so that no value ever becomes text of a statement. */
export class Fragment {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];

  constructor(texts: readonly string[], values: readonly unknown[]) {
    this.texts = texts;
    this.values = values;
  }
}

/** Template tag: fragments are spliced in, everything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...inputs: readonly unknown[]): Fragment {
  const texts: string[] = [strings[0] ?? ''];
  const values: unknown[] = [];
  inputs.forEach((input, index) => {
    if (input instanceof Fragment) {
      texts[texts.length - 1] += input.texts[0] ?? '';
      texts.push(...input.texts.slice(1));
      values.push(...input.values);
    } else {
      texts.push('');
      values.push(input);
    }
    texts[texts.length - 1] += strings[index + 1] ?? '';
  });
  return new Fragment(texts, values);
}

/** Text written by the engine itself: never for input. */
export function raw(text: string): Fragment {
  return new Fragment([text], []);
}

/** A quoted identifier; parts are joined with dots. */
export function identifier(...parts: readonly string[]): Fragment {
  return raw(parts.map(quoted).join('.'));
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function join(fragments: readonly Fragment[], separator: string): Fragment {
  return fragments.reduce(
    (all, next, index) => (index === 0 ? next : sql`${all}${raw(separator)}${next}`),
    raw(''),
  );
}

/** A value given by name each time the statement runs. */
export function argument(name: string): Slot {
  return { slot: 'argument', argument: name };
}

export function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'slot' in value;
}
