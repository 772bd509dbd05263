import { composeName } from './compose-name.ts';
import { splitName } from './split-name.ts';

type Values = Readonly<Record<string, unknown>>;

/** Keeps a person's `name` and its two parts in step, whichever of them was written. */
export function deriveName(record: Values, changed: ReadonlySet<string>): Values {
  if (changed.has('firstName') || changed.has('lastName'))
    return { name: composeName(textOf(record, 'firstName'), textOf(record, 'lastName')) };
  const name = textOf(record, 'name');
  return changed.has('name') && name !== null ? { ...splitName(name) } : {};
}

function textOf(record: Values, field: string): string | null {
  const value = record[field];
  return typeof value === 'string' ? value : null;
}
