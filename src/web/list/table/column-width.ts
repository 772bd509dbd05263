import type { Column } from '#web/views/columns.ts';

/** Pixels that a column needs at least; wider windows share what is left in the same proportion. */
const widths: Readonly<Record<string, number>> = {
  boolean: 90,
  choice: 130,
  date: 120,
  dateTime: 165,
  decimal: 120,
  duration: 110,
  email: 200,
  integer: 100,
  longText: 240,
  manyToMany: 200,
  money: 140,
  multiChoice: 180,
  percent: 96,
  phone: 150,
  recurrence: 180,
  reference: 180,
  regarding: 180,
  url: 180,
  user: 150,
};

const nameWidth = 250;

/** A record that is called by its number needs less. */
const numberWidth = 160;

export function columnWidth({ field, label }: Column, index: number): number {
  if (index === 0) return field.type === 'autoNumber' ? numberWidth : nameWidth;
  const longest =
    field.type === 'choice' ? (field.choices ?? []).map((choice) => textWidth(choice.label)) : [];
  return Math.max(
    widths[field.result ?? field.type] ?? 150,
    textWidth(label),
    Math.min(Math.max(0, ...longest), 200),
  );
}

/** Room for words with a sign beside them, Chinese ones counting twice. */
function textWidth(text: string): number {
  const units = [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 12 : 7), 0);
  return Math.min(units + 48, 260);
}
