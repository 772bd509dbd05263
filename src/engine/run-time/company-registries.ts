import type { Registry } from '#kernel/registry.ts';
import { withDefinitions } from '#kernel/run-time/with-definitions.ts';
import type { Database } from '../database/database.ts';
import { guarded } from './guarded.ts';
import { type CompanyModel, loadModel } from './load-model.ts';
import { inForce, readDefinitions } from './read-definitions.ts';
import { readTypes } from './read-types.ts';
import { withOwnObjects } from './with-own-objects.ts';

/** How long a request waits for definitions that have just changed before it goes on with those of before. */
const patience = 2000;
/** Milliseconds after which a change that could not be made is tried again. */
const pause = 1000;

interface Known {
  model?: CompanyModel;
  /** Set while definitions are being read anew. */
  loading?: Promise<CompanyModel>;
}

/**
 * What each workspace knows: what modules declare, with what its company has added. Read once and kept until somebody
 * says that it has changed, so that a request costs no statement more.
 */
export class CompanyRegistries {
  readonly #database: Database;
  /** Makes room for what is added: nothing else may change tables while people work. */
  readonly owner: Database;
  readonly #base: Registry;
  readonly #report: (error: unknown) => void;
  readonly #known = new Map<string, Known>();
  readonly #told = new Set<(schema: string) => void>();
  #closed = false;

  constructor(database: Database, base: Registry, report: (error: unknown) => void, owner = database) {
    this.#database = database;
    this.owner = owner;
    this.#base = base;
    // What is still being done when the server closes fails for want of a connection, and is done at the next start.
    this.#report = (error) => this.#closed || report(error);
  }

  /** The registry of a workspace, as of the last change that anybody was told of. */
  async of(schema: string): Promise<Registry> {
    const { model, loading } = this.#of(schema);
    if (loading === undefined) return (model ?? (await this.renew(schema))).registry;
    if (model === undefined) return (await loading).registry;
    const late = new Promise<CompanyModel>((resolve) => {
      setTimeout(resolve, patience, model).unref();
    });
    return (await Promise.race([loading.catch(() => model), late])).registry;
  }

  /** The registry that a workspace has at present, with what it was put together from; waits for nothing. */
  present(schema: string): CompanyModel | undefined {
    return this.#of(schema).model;
  }

  /** Every module and what the company has added, as somebody's transaction knows them; nothing is laid out. */
  async within(database: Database, schema: string): Promise<Registry> {
    const { registry } = withDefinitions(
      await withOwnObjects(database, this.#base, schema),
      inForce(await readDefinitions(database, this.#base, schema)),
      await readTypes(database, this.#base, schema),
    );
    return guarded(database, this.#base, registry, schema);
  }

  /** With the objects and fields that are put away, for those who look after values and not for people. */
  async everythingOf(schema: string): Promise<Registry> {
    await this.of(schema);
    return this.#of(schema).model?.everything ?? this.#base;
  }

  /** Reads the definitions anew: they have changed. Callers that come meanwhile are told of one later reading. */
  renew(schema: string): Promise<CompanyModel> {
    const known = this.#of(schema);
    const before = known.loading?.catch(() => undefined) ?? Promise.resolve();
    const loading = before.then(() =>
      loadModel(
        { database: this.#database, owner: this.owner },
        this.#base,
        schema,
        this.#report,
        known.model,
      ),
    );
    known.loading = loading;
    loading.then(
      (model) => {
        if (known.loading !== loading) return;
        known.loading = undefined;
        const changed = known.model !== undefined && known.model !== model;
        known.model = model;
        if (changed) for (const tell of this.#told) tell(schema);
      },
      (error) => {
        if (known.loading !== loading || this.#known.get(schema) !== known) return;
        this.#report(error);
        known.loading = undefined;
        setTimeout(() => {
          if (!this.#closed && this.#known.get(schema) === known) this.renew(schema).catch(() => undefined);
        }, pause).unref();
      },
    );
    return loading;
  }

  /** Anything may have changed anywhere: whoever asks next has it read anew. */
  renewAll(): void {
    for (const schema of this.#known.keys()) this.renew(schema).catch(() => undefined);
  }

  /** A workspace was closed or removed: whoever asks next has it read anew. */
  forget(schema: string): void {
    this.#known.delete(schema);
  }

  /** Calls when a workspace's own fields have changed. */
  onChange(tell: (schema: string) => void): void {
    this.#told.add(tell);
  }

  close(): void {
    this.#closed = true;
  }

  #of(schema: string): Known {
    const known = this.#known.get(schema) ?? {};
    this.#known.set(schema, known);
    return known;
  }
}
