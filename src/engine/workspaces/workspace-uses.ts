import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { Room } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { limitReached } from './limit-reached.ts';
import type { Limits } from './limits.ts';

/** What a workspace uses now. */
export interface WorkspaceUse {
  readonly people: number;
  readonly records: number;
  /** Bytes. */
  readonly storage: number;
  readonly imports: number;
}

interface Place {
  readonly name: string;
  readonly schema: string;
  readonly limits: Limits;
}

interface Known {
  records: number;
  storage: number;
  /** Milliseconds since 1970 until which the count is believed. */
  until: number;
}

const megabyte = 1024 * 1024;
/** Milliseconds for which a count is believed at least, and how much longer than it took. */
const rest = { least: 5000, times: 100 };

/**
 * What workspaces use, counted beside their work: a count is believed for a while, to which is added what this server
 * writes meanwhile, so that a write costs an addition and no statement. Other servers' writes are seen at the next count.
 */
export class WorkspaceUses {
  readonly #database: Database;
  readonly #registryOf: (schema: string) => Promise<Registry>;
  readonly #report: (error: unknown) => void;
  readonly #known = new Map<string, Known>();
  readonly #counting = new Map<string, Promise<WorkspaceUse>>();

  constructor(
    database: Database,
    registryOf: (schema: string) => Promise<Registry>,
    report: (error: unknown) => void,
  ) {
    this.#database = database;
    this.#registryOf = registryOf;
    this.#report = report;
  }

  /** Counts now. */
  count(place: Pick<Place, 'name' | 'schema'>): Promise<WorkspaceUse> {
    const underWay = this.#counting.get(place.schema);
    if (underWay !== undefined) return underWay;
    const counting = this.#count(place).finally(() => this.#counting.delete(place.schema));
    this.#counting.set(place.schema, counting);
    return counting;
  }

  /** What may still be written there; nothing to ask for where there is no limit. */
  room(place: Place): Room | undefined {
    const { records, storage } = place.limits;
    if (records === undefined && storage === undefined) return undefined;
    return {
      takeRecords: (count) => this.#take(place, 'records', count, records),
      takeBytes: (count) =>
        this.#take(place, 'storage', count, storage === undefined ? undefined : storage * megabyte),
    };
  }

  forget(schema: string): void {
    this.#known.delete(schema);
  }

  #take(place: Place, what: 'records' | 'storage', count: number, most: number | undefined): void {
    if (most === undefined) return;
    const known = this.#known.get(place.schema);
    if (known === undefined || known.until < Date.now()) this.count(place).catch(this.#report);
    if (known === undefined) return;
    if (known[what] + count > most) throw limitReached(what, place.limits[what] ?? 0);
    known[what] += count;
  }

  async #count({ name, schema }: Pick<Place, 'name' | 'schema'>): Promise<WorkspaceUse> {
    const begun = Date.now();
    const { objects } = await this.#registryOf(schema);
    const s = quoted(schema);
    const tables = [...objects.values()].filter(({ declaration }) => declaration.unites === undefined);
    const [row] = await this.#database.run(
      `select ${tables.map((object) => `(select count(*) from ${s}.${quoted(object.name)})`).join(' + ')},
         (select coalesce(sum(size), 0) from ${s}.stored_file),
         (select count(*) from guanxi.membership where workspace = $1 and disabled_at is null and not service),
         (select count(*) from ${s}.import where state in ('queued', 'running', 'checking', 'rollingBack'))`,
      [name],
    );
    const [records = 0, storage = 0, people = 0, imports = 0] = (row ?? []).map(Number);
    const pause = Math.max(rest.least, rest.times * (Date.now() - begun));
    this.#known.set(schema, { records, storage, until: Date.now() + pause });
    return { people, records, storage, imports };
  }
}
