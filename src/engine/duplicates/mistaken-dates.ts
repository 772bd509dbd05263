/** Of day, month and year two are the same: the third may be mistyped, and many people share a day and a month. */
const twoOfThree = 0.6;
/** Day and month in the other order, as the other half of the world writes them. */
const swapped = 0.9;

/** How alike two different dates are, written year, month, day (2026-11-27). */
export function mistakenDate(one: string, other: string): number {
  const [a, b] = [one.split('-'), other.split('-')];
  if (a.length !== 3 || b.length !== 3) return 0;
  if (a[0] === b[0] && a[1] === b[2] && a[2] === b[1]) return swapped;
  return a.filter((part, at) => part === b[at]).length === 2 ? twoOfThree : 0;
}
