/** A cell that a spreadsheet would take for a formula, or an apostrophe in front of one. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * A text that no spreadsheet program runs as a formula: what begins like one gets an apostrophe in front.
 * Plain numbers, negative ones too, stay numbers.
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
