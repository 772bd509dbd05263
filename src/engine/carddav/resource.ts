import type { ObjectModel } from '#kernel/registry.ts';
import { mayEver } from '../access/rights.ts';
import { labelsOf } from '../http/labels.ts';
import type { Context } from '../records/context.ts';
import { type BookCard, cardsOf, type Reach } from './address-book.ts';
import { bookPath } from './key-as-password.ts';
import { keepState, type Tags, tokenOf } from './states.ts';
import { escaped, href, nameOf } from './write-xml.ts';

/** What can be asked about: a collection or a card, with its properties as XML, made when somebody asks. */
export interface Resource {
  readonly path: string;
  readonly properties: ReadonlyMap<string, () => string | Promise<string>>;
}

/** A book of the cards of one object, which are read when they are first needed. */
export interface Book extends Resource {
  /** Whether the device may change what is in it. */
  readonly writable: boolean;
  readonly object: ObjectModel;
  readonly cards: () => Promise<ReadonlyMap<string, BookCard>>;
}

/** The objects whose records have cards that the actor may read. */
export function objectsWithCards({ registry, actor }: Context): readonly ObjectModel[] {
  return [...registry.objects.values()].filter(
    (object) => object.declaration.card !== undefined && mayEver(registry, object, 'read', actor),
  );
}

/** Where everybody begins; it says who he is. */
export function startOf(context: Context): Resource {
  return resource(bookPath, {
    'd:resourcetype': () => '<d:collection/>',
    'd:current-user-principal': () => href(homePath(context)),
  });
}

/** A person, who is at once the home of his books. */
export function homeOf(context: Context): Resource {
  const path = homePath(context);
  return resource(path, {
    'd:resourcetype': () => '<d:collection/><d:principal/>',
    'd:displayname': () => escaped(context.actor.name),
    'd:current-user-principal': () => href(path),
    'd:principal-URL': () => href(path),
    'd:owner': () => href(path),
    'd:current-user-privilege-set': () => readOnly,
    'a:addressbook-home-set': () => href(path),
  });
}

export function bookOf(context: Context, object: ObjectModel, reach: Reach, writable: boolean): Book {
  const home = homePath(context);
  const path = `${home}${object.name}/`;
  let read: Promise<ReadonlyMap<string, BookCard>> | undefined;
  const cards = () => {
    read ??= cardsOf(context, object, reach);
    return read;
  };
  const properties = {
    'd:resourcetype': () => '<d:collection/><a:addressbook/>',
    'd:displayname': () =>
      escaped(
        `${labelsOf(context.registry, context.actor.locale).object(object, 'plural')} · ${context.workspace.label}`,
      ),
    'd:current-user-principal': () => href(home),
    'd:owner': () => href(home),
    'd:current-user-privilege-set': () => (writable ? readAndWrite : readOnly),
    'd:supported-report-set': () =>
      ['<a:addressbook-multiget/>', '<d:sync-collection/>']
        .map((report) => `<d:supported-report><d:report>${report}</d:report></d:supported-report>`)
        .join(''),
    'a:supported-address-data': () => '<a:address-data-type content-type="text/vcard" version="3.0"/>',
    'd:sync-token': async () => keepState(context, tagsOf(await cards())),
    's:getctag': async () => tokenOf(tagsOf(await cards())),
  };
  return { ...resource(path, properties), cards, writable, object };
}

export function cardResource(book: Book, name: string, { tag, text }: BookCard): Resource {
  return resource(`${book.path}${name}.vcf`, {
    'd:resourcetype': () => '',
    'd:getetag': () => `&quot;${tag}&quot;`,
    'd:getcontenttype': () => 'text/vcard; charset=utf-8',
    'd:getcontentlength': () => String(Buffer.byteLength(text)),
    'd:current-user-privilege-set': () => (book.writable ? readAndWrite : readOnly),
    'a:address-data': () => escaped(text),
  });
}

export function tagsOf(cards: ReadonlyMap<string, BookCard>): Tags {
  return Object.fromEntries([...cards].map(([name, { tag }]) => [name, tag]));
}

/** The name of the card that lies at an address within a book; others than these are nobody's. */
export function nameAt(book: Resource, path: string): string | undefined {
  if (!path.startsWith(book.path)) return undefined;
  return /^([\w@:.=+-]{1,150})\.vcf$/.exec(path.slice(book.path.length))?.[1];
}

function homePath({ actor }: Context): string {
  return `${bookPath}${actor.id}/`;
}

function resource(path: string, properties: Readonly<Record<string, () => string | Promise<string>>>) {
  const named = Object.entries(properties).map(([name, value]) => [nameOf(name), value] as const);
  return { path, properties: new Map(named) };
}

const readOnly = privileges(['read', 'read-current-user-privilege-set']);
const readAndWrite = readOnly + privileges(['write', 'write-content', 'write-properties', 'bind', 'unbind']);

function privileges(names: readonly string[]): string {
  return names.map((privilege) => `<d:privilege><d:${privilege}/></d:privilege>`).join('');
}
