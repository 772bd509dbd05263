import { objectNamed } from '#kernel/registry.ts';
import { readableField } from '../access/rights.ts';
import { uuidv7 } from '../database/uuid.ts';
import { attempt } from '../records/attempt.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { createLimit, createRecords, type NewRecord } from '../records/create.ts';
import { sortCollation } from '../records/cursor.ts';
import { Scope } from '../records/scope.ts';
import { argument, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';

/** A record by its id, or why there is not exactly one. */
export type Found =
  | { readonly id: string }
  | { readonly missing: 'noMatch' | 'severalMatch' | 'cannotCreate' };

/** Told of records that were created because rows name them, in the transaction that did it. */
type NoteMade = (context: Context, object: string, ids: readonly string[]) => Promise<void>;

/** What is looked for: a text in a field of an object, or in the fields that usually tell its records apart. */
export interface Sought {
  readonly target: string;
  readonly match: string | null;
  readonly text: string;
}

/**
 * Finds records by what files call them: one statement for many texts, and never the same text twice. What was not
 * found is asked for again, since a later row may have brought it.
 */
export class ReferenceFinder {
  readonly #found = new Map<string, Found>();
  readonly #made: NoteMade;

  constructor(made: NoteMade) {
    this.#made = made;
  }

  /** Looks all of them up at once; `get` then answers. */
  async look(context: Context, sought: readonly Sought[]): Promise<void> {
    const open = sought.filter((each) => !isSettled(this.#found.get(keyOf(each))));
    for (const each of open) this.#found.delete(keyOf(each));
    const groups = Map.groupBy(open, ({ target, match }) => `${target}\0${match ?? ''}`);
    for (const group of groups.values()) {
      const { target, match } = group[0] as Sought;
      for (const field of match ? [match] : tellingFields(context, target)) {
        const left = group.filter((each) => !this.#found.has(keyOf(each)));
        if (left.length > 0) await this.#lookIn(context, target, field, left);
      }
    }
  }

  get(sought: Sought): Found {
    return this.#found.get(keyOf(sought)) ?? { missing: 'noMatch' };
  }

  /** Creates records, by name, for what has no match; what cannot be created stays missing. */
  async create(
    context: Context,
    target: string,
    match: string | null,
    texts: readonly string[],
  ): Promise<void> {
    const { nameField } = objectNamed(context.registry, target).declaration;
    const apart = new Map(texts.map((text) => [text.toLowerCase(), text]));
    const news = [...apart.values()].map((text) => ({ id: uuidv7(), text, values: { [nameField]: text } }));
    const made = await createPossible(context, target, news);
    for (const { id, text } of news)
      this.#found.set(keyOf({ target, match, text }), made.has(id) ? { id } : { missing: 'cannotCreate' });
    if (made.size > 0) await this.#made(context, target, [...made]);
  }

  async #lookIn(context: Context, target: string, field: string, sought: readonly Sought[]): Promise<void> {
    const scope = new Scope(context, objectNamed(context.registry, target), 't');
    const column = scope.column(field);
    const readable = scope.condition('read');
    const exactly = raw(`collate ${sortCollation}`);
    for (const comparison of [
      sql`(${column} ${exactly}) = any(${argument('texts')}::text[])`,
      sql`lower(${column}) = any(select lower(x) from unnest(${argument('texts')}::text[]) x)`,
    ]) {
      const left = sought.filter((each) => !this.#found.has(keyOf(each)));
      if (left.length === 0) return;
      const statement = compileStatement(
        sql`select lower(${column}), min(t.id::text), count(*) from ${scope.table()} t${scope.joins()} where ${comparison} and ${readable} group by 1`,
      );
      const texts = [...new Set(left.map(({ text }) => text))];
      const rows = await context.database.run(statement.text, bind(statement, bindingOf(context, { texts })));
      const hits = new Map(
        rows.map(([key, id, count]) => [key, { id: id as string, several: Number(count) > 1 }]),
      );
      for (const each of left) {
        const hit = hits.get(each.text.toLowerCase());
        if (hit !== undefined)
          this.#found.set(keyOf(each), hit.several ? { missing: 'severalMatch' } : { id: hit.id });
      }
    }
  }
}

/** Creates all at once, or one by one when not all can be. Returns the ids of those that are there now. */
async function createPossible(
  context: Context,
  target: string,
  news: readonly (NewRecord & { readonly id: string })[],
): Promise<ReadonlySet<string>> {
  const made = new Set<string>();
  const create = async (some: typeof news) => {
    const refusal = await attempt(context, () => createRecords(context, target, some));
    if (refusal === undefined) for (const { id } of some) made.add(id);
    return refusal === undefined;
  };
  for (let at = 0; at < news.length; at += createLimit) {
    const some = news.slice(at, at + createLimit);
    if (!(await create(some))) for (const one of some) await create([one]);
  }
  return made;
}

/** Its name first, then whatever is unique. */
function tellingFields(context: Context, target: string): readonly string[] {
  const object = objectNamed(context.registry, target);
  const unique = [...object.fields].filter(([, field]) => field.unique === true).map(([name]) => name);
  const names = [object.declaration.nameField, ...unique];
  return [...new Set(names)].filter(
    (name) =>
      object.fields.get(name)?.sealed !== true &&
      readableField(context.registry, object, name, context.actor) !== undefined,
  );
}

/** Nothing is called so: not even several. */
export function isAbsent(found: Found): boolean {
  return 'missing' in found && found.missing !== 'severalMatch';
}

function isSettled(found: Found | undefined): boolean {
  return found !== undefined && 'id' in found;
}

function keyOf({ target, match, text }: Sought): string {
  return `${target}\0${match ?? ''}\0${text.toLowerCase()}`;
}
