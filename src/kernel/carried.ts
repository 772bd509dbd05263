import type { ObjectDeclaration } from './object.ts';

/**
 * What a record has of another that it refers to, kept beside it so that its kind can be read in an order that begins
 * with it. An object asks for it by an index that follows a reference: `['account.owner', '-createdAt']`.
 */
export interface Carried {
  readonly reference: string;
  /** The field of the other. */
  readonly field: string;
}

export function carriedBy({ indexes }: ObjectDeclaration): readonly Carried[] {
  return indexes.filter(followsReference).map(([path = '']) => {
    const [reference = '', field = ''] = path.split('.');
    return { reference, field };
  });
}

/** Whether an index begins with what another record has. */
export function followsReference([path = '']: readonly string[]): boolean {
  return path.includes('.');
}

/** Why an index that follows a reference cannot be kept. */
export function carriedFaults(
  object: ObjectDeclaration,
  find: (name: string) => ObjectDeclaration | undefined,
): readonly string[] {
  const uneven = object.indexes.filter(
    (index) =>
      index.slice(1).some((path) => path.includes('.')) ||
      (followsReference(index) && index.join() !== `${index[0]},-createdAt`),
  );
  return [
    ...uneven.map((index) => `the index ${index.join(', ')} is of no more than a path and -createdAt`),
    ...carriedBy(object).flatMap(({ reference, field }) => {
      const { type, target = '' } = object.fields[reference] ?? {};
      const carried = find(target)?.fields[field];
      if (type !== 'reference' || carried === undefined)
        return [`an index follows ${reference}.${field}, which leads nowhere`];
      return carried.type === 'user' || carried.type === 'reference'
        ? []
        : [`an index follows ${reference}.${field}, which names no record`];
    }),
  ];
}
