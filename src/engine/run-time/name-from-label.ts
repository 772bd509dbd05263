import { addedMark } from '#kernel/run-time/defined-field.ts';
import { readings } from '../search/tokens/readings.ts';

const longest = 28;

/** `Customer level` → `customerLevel_c`, `客户等级` → `keHuDengJi_c`: a name for the API, without a number if it is free. */
export function nameFromLabel(label: string, taken: (name: string) => boolean, otherwise = 'field'): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Script=Han}+/gu, (run) => ` ${readings(run).join(' ')} `)
    .split(/[^a-zA-Z\d]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? lower(word) : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join('');
  const stem = (/^[a-z]/.test(joined) ? joined : `${otherwise}${joined}`).slice(0, longest - 3);
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? '' : count}${addedMark}`;
    if (!taken(name)) return name;
  }
}

/** Adds the mark of added fields to a name that somebody chose. */
export function markedName(name: string): string {
  return name.endsWith(addedMark) ? name : `${name}${addedMark}`;
}

function lower(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.slice(0, 1).toLowerCase() + word.slice(1);
}
