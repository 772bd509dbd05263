import type { FormAnswer } from '#kernel/public-form.ts';

type Facts = Pick<FormAnswer, 'page' | 'referrer' | 'marks'>;

/** What the marks in an address are called here: those that anybody may set, and those of advertisements. */
const known = /^(?:utm_([a-z_]{1,30})|(gclid|msclkid|fbclid|bd_vid|gdt_vid|qz_gdt))$/;

/** Where somebody was when he filled a form in. What is no address counts as none: it is no reason to lose an answer. */
export function pageFacts({ page, referrer }: Readonly<Record<string, unknown>>): Facts {
  const address = webAddress(page);
  const marks: Record<string, string> = {};
  for (const [name, value] of address?.searchParams ?? []) {
    const [, utm, click] = known.exec(name) ?? [];
    const mark = utm ?? click;
    if (mark !== undefined && Object.keys(marks).length < 12) marks[mark] = printable(value).slice(0, 255);
  }
  return { page: address?.href ?? null, referrer: webAddress(referrer)?.href ?? null, marks };
}

function webAddress(text: unknown): URL | undefined {
  if (typeof text !== 'string' || text.length > 2000 || !URL.canParse(text)) return undefined;
  const address = new URL(text);
  address.hash = '';
  address.username = '';
  address.password = '';
  // A machine's bare name means nothing elsewhere, and address fields do not take it.
  return /^https?:$/.test(address.protocol) && address.hostname.includes('.') ? address : undefined;
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, ' ');
}
