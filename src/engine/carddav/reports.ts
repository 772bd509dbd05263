import type { Context } from '../records/context.ts';
import { takeExport } from '../safeguards/take-export.ts';
import type { BookCard } from './address-book.ts';
import { DavError } from './dav-error.ts';
import { type Asked, askedIn, childOf, multiStatus, propertiesOf, statusOf } from './multi-status.ts';
import type { Element } from './read-xml.ts';
import { type Book, cardResource, idAt, tagsOf } from './resource.ts';
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
    const id = idAt(book, path) ?? '';
    return { path, id, card: cards.get(id) };
  });
  await countTaken(context, asked, found.filter(({ card }) => card !== undefined).length);
  const responses: string[] = [];
  for (const { path, id, card } of found) responses.push(await told(book, asked, path, id, card));
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
    (id) => before[id] !== now[id],
  );
  const limit = Number(childOf(childOf(request, 'd:limit'), 'd:nresults')?.text.trim() || changed.length);
  const part = changed.slice(0, limit);
  await countTaken(context, asked, part.filter((id) => cards.has(id)).length);
  const responses: string[] = [];
  for (const id of part) responses.push(await told(book, asked, `${book.path}${id}.vcf`, id, cards.get(id)));
  if (part.length === changed.length) return multiStatus(responses, await keepState(context, now));
  const more = '<d:error><d:number-of-matches-within-limits/></d:error>';
  responses.push(statusOf(book.path, '507 Insufficient Storage', more));
  return multiStatus(responses, await keepState(context, changedBy(before, now, part)));
}

function told(book: Book, asked: Asked, path: string, id: string, card: BookCard | undefined) {
  if (card === undefined) return statusOf(path, '404 Not Found');
  return propertiesOf(cardResource(book, id, card), asked);
}

/** What a book held, after a part of the changes. */
function changedBy(before: Tags, now: Tags, part: readonly string[]): Tags {
  const tags = new Map(Object.entries(before));
  for (const id of part) {
    const tag = now[id];
    if (tag === undefined) tags.delete(id);
    else tags.set(id, tag);
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
