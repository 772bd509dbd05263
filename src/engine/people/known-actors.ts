import type { Actor } from '../access/actor.ts';

/** How long a person is known without asking, in milliseconds: what another server changes acts within this time. */
const lifetime = 1000;

/** People as they were a moment ago, so that a busy person's requests need no statement each to know him. */
export class KnownActors {
  #known = new Map<string, { readonly actor: Promise<Actor | undefined>; readonly until: number }>();

  get(key: string, load: () => Promise<Actor | undefined>): Promise<Actor | undefined> {
    const known = this.#known.get(key);
    const now = performance.now();
    if (known !== undefined && known.until > now) return known.actor;
    const actor = load();
    this.#known.set(key, { actor, until: now + lifetime });
    actor.catch(() => this.#known.delete(key));
    return actor;
  }

  /** Something was written that may have changed people: everybody is looked up anew. */
  forget(): void {
    this.#known = new Map();
  }
}
