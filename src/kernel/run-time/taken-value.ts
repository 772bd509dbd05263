/** What a step takes: a path of the record that it is done for, or within a loop of the one from which that started. */
export interface Taken {
  readonly from: 'record' | 'start';
  readonly path: string;
}

const marks = [
  ['record', '$record.'],
  ['start', '$start.'],
] as const;

/** What a step value takes; nothing where it is no path. */
export function takenBy(value: unknown): Taken | undefined {
  if (typeof value !== 'string') return undefined;
  const found = marks.find(([, mark]) => value.startsWith(mark));
  return found && { from: found[0], path: value.slice(found[1].length) };
}

/** What a placeholder in a text takes: of the record where it names no other. */
export function takenAt(placeholder: string): Taken {
  return takenBy(placeholder) ?? { from: 'record', path: placeholder };
}
