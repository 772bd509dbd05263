import { isHan } from './han.ts';

/** A person's name as it is written: 张伟 for Han characters, Wei Zhang otherwise. */
export function composeName(
  firstName: string | null | undefined,
  lastName: string | null | undefined,
): string | null {
  const [first, last] = [firstName?.trim() ?? '', lastName?.trim() ?? ''];
  if (first === '' || last === '') return first + last === '' ? null : first + last;
  return isHan(first) && isHan(last) ? `${last}${first}` : `${first} ${last}`;
}
