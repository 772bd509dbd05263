import type { Element } from '#kernel/xml/read-xml.ts';
import type { Context } from '../records/context.ts';
import { takeExport } from '../safeguards/take-export.ts';
import type { BookCard } from './address-book.ts';
import { DavError } from './dav-error.ts';
import { type Asked, askedIn, childOf, multiStatus, propertiesOf, statusOf } from './multi-status.ts';
import { type Book, cardResource, nameAt, tagsOf } from './resource.ts';
import { keepState, stateAt, type Tags } from './states.ts';
import { nameOf } from './write-xml.ts';

/** Answers a report about a book: these cards, or what has changed. */
export async function reportOn(context: Context, book: Book, request: Element | undefined): Promise<string> {
  switch (request?.name) {
    case nameOf('a:addressbook-multiget'):
      return cardsAsked(context, book, request);
    case nameOf('d:sync-collection'):
      return changesAsked(context, book, request);
    default:
      throw new DavError(403, '<d:supported-report/>');
  }
}

/** The cards at these addresses (RFC 6352, 8.7). */
async function cardsAsked(context: Context, book: Book, request: Element): Promise<string> {
  const asked = askedIn(request);
  const address = childOf(childOf(request, 'd:prop'), 'a:address-data');
  if ((address?.attributes.get('version') ?? '3.0') !== '3.0')
    throw new DavError(403, '<a:supported-address-data/>');
  const cards = await book.cards();
  const paths = request.children
    .filter(({ name }) => name === nameOf('d:href'))
    .map(({ text }) => pathIn(text));
  const found = [...new Set(paths)].map((path) => {
    const name = nameAt(book, path) ?? '';
    return { path, name, card: cards.get(name) };
  });
  await countTaken(context, asked, found.filter(({ card }) => card !== undefined).length);
  const responses: string[] = [];
  for (const { path, name, card } of found) responses.push(await told(book, asked, path, name, card));
  return multiStatus(responses);
}

/** What has changed since the device was told last (RFC 6578, 3.2); everything, where it was never told. */
async function changesAsked(context: Context, book: Book, request: Element): Promise<string> {
  const asked = askedIn(request);
  const token = childOf(request, 'd:sync-token')?.text.trim() ?? '';
  const before = token === '' ? {} : await stateAt(context, token);
  if (before === undefined) throw new DavError(403, '<d:valid-sync-token/>');
  const cards = await book.cards();
  const now = tagsOf(cards);
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => before[name] !== now[name],
  );
  const limit = Number(childOf(childOf(request, 'd:limit'), 'd:nresults')?.text.trim() || changed.length);
  const part = changed.slice(0, limit);
  await countTaken(context, asked, part.filter((name) => cards.has(name)).length);
  const responses: string[] = [];
  for (const name of part)
    responses.push(await told(book, asked, `${book.path}${name}.vcf`, name, cards.get(name)));
  if (part.length === changed.length) return multiStatus(responses, await keepState(context, now));
  const more = '<d:error><d:number-of-matches-within-limits/></d:error>';
  responses.push(statusOf(book.path, '507 Insufficient Storage', more));
  return multiStatus(responses, await keepState(context, changedBy(before, now, part)));
}

function told(book: Book, asked: Asked, path: string, name: string, card: BookCard | undefined) {
  if (card === undefined) return statusOf(path, '404 Not Found');
  return propertiesOf(cardResource(book, name, card), asked);
}

/** What a book held, after a part of the changes. */
function changedBy(before: Tags, now: Tags, part: readonly string[]): Tags {
  const tags = new Map(Object.entries(before));
  for (const name of part) {
    const tag = now[name];
    if (tag === undefined) tags.delete(name);
    else tags.set(name, tag);
  }
  return Object.fromEntries(tags);
}

async function countTaken(context: Context, asked: Asked, cards: number): Promise<void> {
  if (cards > 0 && asked.includes(nameOf('a:address-data'))) await takeExport(context, cards);
}

/** The path of an address, which may be whole or begin at the server. */
function pathIn(text: string): string {
  try {
    return decodeURIComponent(new URL(text.trim(), 'http://server').pathname);
  } catch {
    return text.trim();
  }
}
