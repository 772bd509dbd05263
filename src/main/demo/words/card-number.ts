const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity-card number (GB 11643) as somebody with this mobile number might have, of a region that there is not. */
export function cardNumber(mobile: string): string {
  const at = (place: number) => Number(mobile.at(place) ?? 0);
  const two = (value: number) => String(value).padStart(2, '0');
  const birth = `19${60 + 3 * at(-1) + (at(-2) % 9)}${two(1 + at(-3))}${two(10 + at(-4) + at(-5))}`;
  const body = `990100${birth}${mobile.slice(-3)}`;
  const sum = weights.reduce((all, weight, place) => all + weight * Number(body[place]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
