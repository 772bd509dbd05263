import type { Pool } from 'pg';
import { type AuditEntry, recordAuditEntry } from '../audit/record-audit-entry.ts';
import { type Database, databaseOn } from '../database/database.ts';
import { channel, forgetting } from '../run-time/listen.ts';
import { newKey, openKey } from '../sealing/workspace-key.ts';
import { changedLimits, type Limits } from '../workspaces/limits.ts';
import { constraintViolation } from './constraint-violation.ts';
import type { Doer } from './note-done.ts';
import type { Queryable } from './queryable.ts';
import { refuse } from './refuse.ts';
import { canNameWorkspace, changedSettings, type NewWorkspace, readNewWorkspace } from './workspace-input.ts';
import type { WorkspaceSettings } from './workspace-settings.ts';

export interface Workspace {
  readonly name: string;
  readonly label: string;
  /** PostgreSQL schema that holds the workspace's records. */
  readonly schema: string;
  readonly settings: WorkspaceSettings;
  readonly suspendedAt: Date | null;
  readonly suspensionReason: string | null;
  /** When it will be removed for good, once it is marked for that. */
  readonly removeAfter: Date | null;
  /** Suspended or marked: nobody comes in and no work goes on. */
  readonly closed: boolean;
  readonly limits: Limits;
  /** Of which workspace it is a copy without people; nobody is written to from there. */
  readonly copyOf: string | null;
  readonly createdAt: Date;
  /** The key of what is sealed in its records; absent where the installation's secret is not the one that locked it. */
  readonly dataKey: Uint8Array | undefined;
  /** The key of the installation's audit. */
  readonly auditKey: Uint8Array;
}

/** Who closes and opens a workspace: somebody who runs the installation, by his address, or its command line. */
export interface Steward {
  readonly operator?: string | undefined;
  readonly ip?: string | undefined;
}

export interface Workspaces {
  /** Registers a workspace; its schema is made by whoever owns the records. */
  create(input: NewWorkspace, on?: Queryable): Promise<Workspace>;
  list(): Promise<Workspace[]>;
  /** Costs no statement when asked again within a few seconds. */
  get(name: string): Promise<Workspace | undefined>;
  change(
    name: string,
    settings: Partial<WorkspaceSettings>,
    by?: Doer & Steward,
    on?: Database,
  ): Promise<Workspace>;
  /** Sets some of the limits, or takes them away with null; the others stay. */
  limit(name: string, limits: unknown, by?: Steward): Promise<Workspace>;
  /** While suspended, nobody of the workspace can sign in or use a key, and is told why. Nothing is lost. */
  suspend(name: string, reason?: string, by?: Steward): Promise<Workspace>;
  resume(name: string, by?: Steward): Promise<Workspace>;
  /** Closes a workspace and has it removed for good after so many days. */
  mark(name: string, days: number, by?: Steward): Promise<Workspace>;
  /** Takes the mark back; refused once the removal has begun. */
  keep(name: string, by?: Steward): Promise<Workspace>;
  /** Asks the database anew about a workspace that another server has changed. */
  forget(name: string): void;
}

export interface WorkspacesOptions {
  readonly pool: Pool;
  /** Locks the keys of workspaces. */
  readonly secret: string;
  /** The key of the installation's audit, which each workspace seals its log with. */
  readonly auditKey: Uint8Array;
  /** Called when callers of this workspace have to be looked up anew. */
  readonly forget: (workspace: string) => void;
  readonly lifetime?: number;
  readonly now?: () => number;
}

const closingKinds: ReadonlySet<string> = new Set(
  ['suspended', 'resumed', 'marked', 'kept'].map((what) => `workspace.${what}`),
);

const columns = `name, label, schema, settings,
  suspended_at as "suspendedAt", suspension_reason as "suspensionReason", remove_after as "removeAfter", closed, limits,
  copy_of as "copyOf", created_at as "createdAt", data_key as "lockedKey"`;

type Stored = Omit<Workspace, 'dataKey' | 'auditKey'> & { readonly lockedKey: string };

/** Workspaces from before there were keys get theirs. */
const keyStatement = `update guanxi.workspace set data_key = $2 where name = $1 and data_key is null`;

/** The workspaces of the installation and what is set for each. */
export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { pool, secret, auditKey, forget, lifetime = 5_000, now = Date.now } = options;
  const database = databaseOn(pool);
  const recent = new Map<string, { workspace: Promise<Workspace | undefined>; until: number }>();

  async function rows(text: string, values: unknown[], on: Queryable = pool): Promise<Workspace[]> {
    const result = await on.query<Stored>({ text: `${text} ${columns}`, values });
    return result.rows.map(opened);
  }

  function opened({ lockedKey, ...workspace }: Stored): Workspace {
    return { ...workspace, dataKey: openKey(lockedKey, secret), auditKey };
  }

  /** With a key for each that has none. */
  async function withKeys(read: () => Promise<Stored[]>): Promise<Workspace[]> {
    const found = await read();
    const bare = found.filter(({ lockedKey }) => lockedKey === null);
    for (const { name } of bare) await pool.query(keyStatement, [name, newKey(secret)]);
    return (bare.length === 0 ? found : await read()).map(opened);
  }

  async function find(name: string): Promise<Workspace | undefined> {
    const text = `select ${columns} from guanxi.workspace where name = $1`;
    const query = { name: 'identity.workspace', text, values: [name] };
    const [found] = await withKeys(async () => (await pool.query<Stored>(query)).rows);
    return found;
  }

  /** Changes a workspace, with its entry in the audit; every server hears at once when it was closed or opened. */
  async function update(
    name: string,
    entry: Omit<AuditEntry, 'workspace'>,
    assignment: string,
    values: unknown[] = [],
    { condition = 'true', on = database }: { condition?: string; on?: Database } = {},
  ): Promise<Workspace> {
    const text = `update guanxi.workspace set ${assignment}, updated_at = now() where name = $1 and ${condition} returning schema`;
    const changed = await on.transaction(async (change) => {
      const [row] = await change.run(text, [name, ...values]);
      if (row === undefined) return false;
      await recordAuditEntry(change, { ...entry, workspace: name });
      if (closingKinds.has(entry.kind))
        await change.run('select pg_notify($1, $2)', [channel, forgetting(row[0] ?? '')]);
      return true;
    });
    recent.delete(name);
    forget(name);
    const workspace = await find(name);
    if (workspace === undefined) throw refuse('notFound', 'noWorkspace');
    if (!changed) throw refuse('conflict', 'notClosing');
    return workspace;
  }

  return {
    async create(input, on) {
      const { name, settings } = readNewWorkspace(input);
      const text =
        'insert into guanxi.workspace (name, label, schema, settings, data_key) values ($1, $2, $3, $4, $5) returning';
      const values = [name, settings.company, `ws_${name}`, JSON.stringify(settings), newKey(secret)];
      const [workspace] = await rows(text, values, on).catch(
        constraintViolation({ workspace_pkey: { field: 'name', code: 'workspaceExists' } }),
      );
      recent.delete(name);
      return workspace as Workspace;
    },
    async list() {
      const text = `select ${columns} from guanxi.workspace order by created_at, name`;
      return withKeys(async () => (await pool.query<Stored>(text)).rows);
    },
    get(name) {
      // Strangers ask by any text, also by one that the database does not take.
      if (!canNameWorkspace(name)) return Promise.resolve(undefined);
      const known = recent.get(name);
      if (known !== undefined && known.until > now()) return known.workspace;
      const workspace = find(name);
      // An unknown name must not fill the memory, and a failed answer must not be kept.
      const drop = () => recent.delete(name);
      workspace.then((found) => found ?? drop(), drop);
      recent.set(name, { workspace, until: now() + lifetime });
      return workspace;
    },
    async change(name, change, { operator, ...by } = {}, on = database) {
      const present = await find(name);
      if (present === undefined) throw refuse('notFound', 'noWorkspace');
      const settings = changedSettings(present.settings, change);
      const changes = Object.entries(settings).flatMap(([key, value]) => {
        const before = present.settings[key as keyof WorkspaceSettings];
        return JSON.stringify(before) === JSON.stringify(value) ? [] : [[key, [before, value]]];
      });
      return update(
        name,
        { ...by, kind: 'company.changed', facts: { ...Object.fromEntries(changes), operator } },
        'settings = $2, label = $3',
        [JSON.stringify(settings), settings.company],
        { on },
      );
    },
    async limit(name, input, { operator, ip } = {}) {
      const present = await find(name);
      if (present === undefined) throw refuse('notFound', 'noWorkspace');
      const limits = changedLimits(present.limits, input);
      return update(name, { kind: 'workspace.limited', facts: { operator, ...limits }, ip }, 'limits = $2', [
        JSON.stringify(limits),
      ]);
    },
    suspend: (name, reason = '', { operator, ip } = {}) =>
      update(
        name,
        { kind: 'workspace.suspended', facts: { operator, reason }, ip },
        `suspended_at = coalesce(suspended_at, now()), suspension_reason = nullif($2, '')`,
        [reason],
      ),
    resume: (name, { operator, ip } = {}) =>
      update(
        name,
        { kind: 'workspace.resumed', facts: { operator }, ip },
        'suspended_at = null, suspension_reason = null',
      ),
    mark: (name, days, { operator, ip } = {}) =>
      update(
        name,
        { kind: 'workspace.marked', facts: { operator, days }, ip },
        "remove_after = coalesce(remove_after, now() + $2::integer * interval '1 day')",
        [days],
      ),
    keep: (name, { operator, ip } = {}) =>
      update(name, { kind: 'workspace.kept', facts: { operator }, ip }, 'remove_after = null', [], {
        condition: 'remove_after is not null and removing_since is null',
      }),
    forget(name) {
      recent.delete(name);
    },
  };
}
