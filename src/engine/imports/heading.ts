import { fold } from '../search/fold.ts';

/** A heading as it is compared: `Sales_Price` and `sales price` are the same. */
export function plainHeading(text: string): string {
  return fold(text).replace(/[\s_\-–—/\\.:：()（）*#]+/g, '');
}

/** Several headings together: files with the same columns are recognised again. */
export function headingPrint(header: readonly string[]): string {
  return header.map(plainHeading).join('|');
}
