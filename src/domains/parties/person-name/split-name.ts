import { compoundSurnames } from './compound-surnames.ts';
import { isHan } from './han.ts';

export interface NameParts {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** Takes a written name apart: the surname leads in 张伟 and 欧阳娜娜, and ends Wei Zhang. */
export function splitName(name: string): NameParts {
  const written = name.normalize('NFKC').trim();
  if (/[·•・]/.test(written)) return { firstName: written, lastName: null };
  return isHan(written) ? splitHan(written) : splitLatin(written);
}

function splitHan(written: string): NameParts {
  const [surname, ...rest] = written.split(/\s+/);
  if (surname !== undefined && rest.length > 0) return { lastName: surname, firstName: rest.join('') };
  const characters = [...written];
  const length = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return {
    lastName: characters.slice(0, length).join(''),
    firstName: characters.slice(length).join('') || null,
  };
}

function splitLatin(written: string): NameParts {
  const [last = '', first = ''] = written.includes(',')
    ? written.split(',').map((part) => part.trim())
    : [written.split(/\s+/).at(-1), written.split(/\s+/).slice(0, -1).join(' ')];
  return { firstName: first || null, lastName: last || null };
}
