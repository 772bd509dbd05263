import { after, before, beforeEach } from 'node:test';
import type { Pool } from 'pg';
import type { Field } from '#kernel/field/field.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { compose, type Registry } from '#kernel/registry.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { smallPool, testDatabase } from '#test/database.ts';
import { asSystem } from '../../access/actor.ts';
import { type Database, databaseOn } from '../../database/database.ts';
import type { Context } from '../../records/context.ts';
import { createRecords } from '../../records/create.ts';
import { readRecord } from '../../records/read.ts';
import { updateRecord } from '../../records/update.ts';
import { migrateWorkspace } from '../migrate.ts';
import { readPlan } from '../read-plan.ts';

const writer = defineObject({
  name: 'shelf.writer',
  icon: 'user',
  traits: [regardable],
  fields: { name: text({ required: true }) },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'shelf.writer': typeof writer;
  }
}

export type Declared = Readonly<Record<string, Field>>;
interface Options {
  readonly name?: string;
  readonly formerly?: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly rules?: readonly object[];
  readonly configures?: boolean;
  readonly indexes?: readonly (readonly string[])[];
}

/** The product in one of its versions: writers, and books with these fields. */
export function version(fields: Declared, { name = 'book', ...options }: Options = {}): Registry {
  const book = defineObject({
    name: `shelf.${name}`,
    icon: 'book',
    fields: { title: text({ required: true, search: 'name' }), ...fields },
    nameField: 'title',
    ...(options as object),
  });
  const note = defineObject({
    name: 'shelf.remark',
    icon: 'note',
    fields: { name: text(), about: regarding() },
  });
  const shelf = defineModule({
    name: 'shelf',
    depends: [],
    objects: [{ object: writer }, { object: { ...book, traits: [regardable] } }, { object: note }],
    roles: [],
    navigation: [],
    locales: { en: {}, 'zh-CN': {} },
  });
  return compose([shelf], 'shelf.writer');
}

/** Counted in the whole process, in which several files may run: what is kept there is known by them. */
let workspaces = 0;
let versions = 0;

/** Each test of a file has a workspace of its own on one database; all goes through the engine's own doors. */
export class Shelf {
  pool!: Pool;
  database!: Database;
  schema = '';
  /** The writer of every book, who also acts. */
  writer = '';
  readonly now = new Date('2026-11-24T08:00:00Z');

  constructor() {
    before(async () => {
      this.pool = smallPool(await testDatabase());
      this.database = databaseOn(this.pool);
    });
    after(() => this.pool.end());
    beforeEach(() => {
      workspaces += 1;
      this.schema = `ws_shelf${workspaces}`;
    });
  }

  migrate(registry: Registry) {
    return migrateWorkspace(this.database, registry, this.context(registry).workspace, this.now);
  }

  planned(registry: Registry) {
    return readPlan(this.database, registry, this.schema, this.now);
  }

  context(registry: Registry): Context {
    versions += 1;
    return {
      registry,
      database: this.database,
      workspace: {
        ...{ name: 'shelf', label: 'Shelf', schema: this.schema, currency: 'CNY', timeZone: 'Asia/Shanghai' },
        // Statements are kept by what their text depends on, in one process never on the version.
        rates: { CNY: '1', XTS: String(versions) },
      },
      now: this.now.getTime(),
      actor: { ...asSystem('test'), id: this.writer || null },
    };
  }

  async create(registry: Registry, object: string, values: Record<string, unknown>): Promise<string> {
    const [made] = await createRecords(this.context(registry), object, [{ values }]);
    return (JSON.parse(made as string) as { id: string }).id;
  }

  async read(registry: Registry, object: string, id: string) {
    return JSON.parse(await readRecord(this.context(registry), object, id)) as Record<string, unknown>;
  }

  async change(
    registry: Registry,
    id: string,
    values: Record<string, unknown>,
    object = 'book',
  ): Promise<void> {
    await updateRecord(this.context(registry), object, id, values);
  }

  /** A workspace of the first version with its first records, whose ids it gives. */
  async begin(fields: Declared, ...books: Record<string, unknown>[]): Promise<[string, ...string[]]> {
    const first = version(fields);
    await this.migrate(first);
    this.writer = '';
    this.writer = await this.create(first, 'writer', { name: '鲁迅' });
    const ids: string[] = [];
    for (const book of books) ids.push(await this.create(first, 'book', book));
    return ids as [string, ...string[]];
  }

  /** Every column there is, to see whether anything has changed. */
  async everything(): Promise<string> {
    const rows = await this.database.run(
      `select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = to_regnamespace($1) and a.attnum > 0 order by 1, 2, 3`,
      [this.schema],
    );
    return JSON.stringify(rows);
  }
}
