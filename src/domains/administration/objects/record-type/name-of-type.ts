/** A value for records made from a label: `New business` is `newBusiness`, 新业务 stays; null where nothing is left. */
export function nameOfType(label: string): string | null {
  const [first = '', ...others] = label.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = [first.slice(0, 1).toLowerCase() + first.slice(1), ...others.map(capital)];
  return words.join('').slice(0, 60) || null;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
