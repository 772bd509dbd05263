/** How automatic numbers that a company adds are written: the count in braces, at most once the year. */
export const numberFormat = {
  usual: '{00000}',
  shape: /^[^{}]*(\{year\})?[^{}]*\{0{1,12}\}[^{}]*$/,
} as const;
