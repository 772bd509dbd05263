/** An instant as it stands in a sentence, a mail or a file: on the reader's clock, in his language. */
export function momentInWords(
  { locale, timeZone }: { readonly locale: string; readonly timeZone: string },
  instant: Date | number,
): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    instant,
  );
}
