/** The words of formatted text alone. Parsed into an inert document, so nothing in it can run. */
export function plainText(html: string): string {
  const page = new DOMParser().parseFromString(
    html.replace(/<\/(p|li|h\d|div)>|<br\s*\/?>/gi, ' $&'),
    'text/html',
  );
  return (page.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
