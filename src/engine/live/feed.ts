import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { presentSnapshot, readTail, type Tail } from './log-tail.ts';
import { type Gathering, gatherings } from './presence.ts';
import { visibleEntries } from './visible-entries.ts';

/** Somebody who listens. */
export interface Listener {
  readonly person: string;
  /** Who he is now; rejects when he may no longer listen. */
  context(): Promise<Context>;
  send(event: string, content: unknown, id?: string): void;
  close(): void;
}

/** Milliseconds between two looks at the log; a write on this server is looked at sooner. */
const pace = { look: 300, wake: 20 };

/** Tells the listeners of one workspace what is committed, wherever it was written. Looks only while somebody listens. */
export class Feed {
  readonly #database: Database;
  readonly #registry: Registry;
  readonly #schema: string;
  readonly #report: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  #snapshot: string | undefined;
  #present: ReadonlyMap<string, Gathering> = new Map();
  #timer: NodeJS.Timeout | undefined;
  #looking = false;
  #look = Promise.resolve();

  constructor(database: Database, registry: Registry, schema: string, report: (error: unknown) => void) {
    this.#database = database;
    this.#registry = registry;
    this.#schema = schema;
    this.#report = report;
  }

  /** A snapshot of which everybody who asks from now on sees at least as much. */
  async snapshot(): Promise<string> {
    return this.#snapshot ?? presentSnapshot(this.#database);
  }

  /** Begins to tell a listener, from a snapshot on when he was here or asked before. */
  async add(listener: Listener, since?: string): Promise<void> {
    this.#snapshot ??= await presentSnapshot(this.#database);
    const missed = since === undefined ? undefined : await this.#missed(since);
    // Meanwhile the last of the others may have gone.
    this.#snapshot ??= missed?.snapshot || (await presentSnapshot(this.#database));
    this.#listeners.add(listener);
    if (missed !== undefined) await this.#tell(listener, missed);
    // What was raised before he listened would else be seen only with the next news.
    else listener.send('notification', {});
    for (const gathering of this.#present.values())
      if (gathering.users.some(({ id }) => id === listener.person)) listener.send('presence', gathering);
    this.#schedule(pace.look);
  }

  /** What happened since; of a snapshot that the database does not understand, too much to tell. */
  async #missed(since: string): Promise<Tail> {
    return readTail(this.#database, this.#schema, since).catch(() => ({
      snapshot: this.#snapshot ?? '',
      entries: [],
      notified: [],
      flooded: true,
    }));
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#snapshot = undefined;
    this.#present = new Map();
  }

  /** Something may have been written. */
  wake(): void {
    if (this.#listeners.size > 0 && !this.#looking) this.#schedule(pace.wake);
  }

  /** Tells everybody who listens, whatever he may see. */
  tell(event: string, content: unknown): void {
    for (const listener of this.#listeners) listener.send(event, content);
  }

  /** Lets everybody go, and ends when a look that is under way has ended. */
  async close(): Promise<void> {
    for (const listener of [...this.#listeners]) {
      listener.close();
      this.remove(listener);
    }
    await this.#look;
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look = this.#lookAround();
    }, pause);
    this.#timer.unref();
  }

  async #lookAround(): Promise<void> {
    this.#looking = true;
    try {
      if (this.#snapshot === undefined) return;
      const tail = await readTail(this.#database, this.#schema, this.#snapshot);
      this.#snapshot = tail.snapshot;
      if (tail.flooded || tail.entries.length > 0 || tail.notified.length > 0)
        for (const listener of [...this.#listeners]) await this.#tell(listener, tail);
      await this.#tellPresence();
    } catch (error) {
      this.#report(error);
    } finally {
      this.#looking = false;
      if (this.#listeners.size > 0) this.#schedule(pace.look);
    }
  }

  async #tell(listener: Listener, tail: Tail): Promise<void> {
    let context: Context;
    try {
      context = await listener.context();
    } catch {
      listener.close();
      this.remove(listener);
      return;
    }
    if (tail.flooded) listener.send('reset', {}, tail.snapshot);
    for (const entry of await visibleEntries(context, tail.entries))
      listener.send('change', entry, tail.snapshot);
    if (tail.notified.includes(listener.person)) listener.send('notification', {}, tail.snapshot);
  }

  /** Those who are or were at a record hear when somebody comes or goes. */
  async #tellPresence(): Promise<void> {
    const before = this.#present;
    const now = await gatherings(this.#database, this.#registry, this.#schema);
    this.#present = now;
    for (const key of new Set([...before.keys(), ...now.keys()])) {
      const [old, current] = [before.get(key), now.get(key)];
      if (JSON.stringify(old) === JSON.stringify(current)) continue;
      const { object, id } = (current ?? old) as Gathering;
      const concerned = new Set([...(old?.users ?? []), ...(current?.users ?? [])].map((user) => user.id));
      for (const listener of this.#listeners)
        if (concerned.has(listener.person))
          listener.send('presence', { object, id, users: current?.users ?? [] });
    }
  }
}
