import type { FieldTypeName } from '#kernel/field/field.ts';

/** SQL of what `masked` shows of a column, so that the whole value never leaves the database. */
export function maskedColumn(type: FieldTypeName, column: string): string {
  if (type === 'phone') return maskedNumber(`regexp_replace(${column}, '\\D', '', 'g')`);
  const domain = type === 'email' ? ` || substring(${column} from '@[^@]*$')` : '';
  return `left(${column}, 1) || '****'${domain}`;
}

function maskedNumber(digits: string): string {
  return `case when length(${digits}) < 11 then '****' || right(${digits}, 2)
    else case when length(${digits}) > 11 then '+' || left(${digits}, -11) || ' ' else '' end || left(right(${digits}, 11), 3) || '****' || right(${digits}, 4) end`;
}
