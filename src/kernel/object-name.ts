/**
 * Every object of the product, by qualified name. Each object adds itself by declaration merging in its own file:
 * `declare module '#kernel/object-name.ts' { interface Objects { 'shop.item': typeof item } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Objects {}

/** Fields that modules add to objects of others: `'rental shop.item': typeof itemFields`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Extensions {}

export type ObjectName = Extract<keyof Objects, string>;

/** The part after the dot, as in addresses. */
export function shortName(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

/** The part before the dot: the module that declares it. */
export function moduleName(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
