import type { Pool } from 'pg';
import { type AuditEntry, recordAuditEntry } from '../audit/record-audit-entry.ts';
import { databaseOn } from '../database/database.ts';
import { newKey, openKey } from '../sealing/workspace-key.ts';
import { constraintViolation } from './constraint-violation.ts';
import type { Doer } from './note-done.ts';
import type { Queryable } from './queryable.ts';
import { refuse } from './refuse.ts';
import { changedSettings, type NewWorkspace, readNewWorkspace } from './workspace-input.ts';
import type { WorkspaceSettings } from './workspace-settings.ts';

export interface Workspace {
  readonly name: string;
  readonly label: string;
  /** PostgreSQL schema that holds the workspace's records. */
  readonly schema: string;
  readonly settings: WorkspaceSettings;
  readonly suspendedAt: Date | null;
  readonly createdAt: Date;
  /** The key of what is sealed in its records; absent where the installation's secret is not the one that locked it. */
  readonly dataKey: Uint8Array | undefined;
}

export interface Workspaces {
  /** Registers a workspace; its schema is made by whoever owns the records. */
  create(input: NewWorkspace, on?: Queryable): Promise<Workspace>;
  list(): Promise<Workspace[]>;
  /** Costs no statement when asked again within a few seconds. */
  get(name: string): Promise<Workspace | undefined>;
  change(name: string, settings: Partial<WorkspaceSettings>, by?: Doer): Promise<Workspace>;
  /** While suspended, nobody of the workspace can sign in or use a key. */
  suspend(name: string): Promise<void>;
  resume(name: string): Promise<void>;
}

export interface WorkspacesOptions {
  readonly pool: Pool;
  /** Locks the keys of workspaces. */
  readonly secret: string;
  /** Called when callers of this workspace have to be looked up anew. */
  readonly forget: (workspace: string) => void;
  readonly lifetime?: number;
  readonly now?: () => number;
}

const columns = `name, label, schema, settings,
  suspended_at as "suspendedAt", created_at as "createdAt", data_key as "lockedKey"`;

type Stored = Omit<Workspace, 'dataKey'> & { readonly lockedKey: string };

/** Workspaces from before there were keys get theirs. */
const keyStatement = `update guanxi.workspace set data_key = $2 where name = $1 and data_key is null`;

/** The workspaces of the installation and what is set for each. */
export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { pool, secret, forget, lifetime = 5_000, now = Date.now } = options;
  const recent = new Map<string, { workspace: Promise<Workspace | undefined>; until: number }>();

  async function rows(text: string, values: unknown[], on: Queryable = pool): Promise<Workspace[]> {
    const result = await on.query<Stored>({ text: `${text} ${columns}`, values });
    return result.rows.map(opened);
  }

  function opened({ lockedKey, ...workspace }: Stored): Workspace {
    return { ...workspace, dataKey: openKey(lockedKey, secret) };
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

  async function update(
    name: string,
    entry: Omit<AuditEntry, 'workspace'>,
    assignment: string,
    values: unknown[] = [],
  ): Promise<Workspace> {
    const text = `update guanxi.workspace set ${assignment}, updated_at = now() where name = $1 returning name`;
    await databaseOn(pool).transaction(async (change) => {
      const changed = await change.run(text, [name, ...values]);
      if (changed.length > 0) await recordAuditEntry(change, { ...entry, workspace: name });
    });
    recent.delete(name);
    forget(name);
    const workspace = await find(name);
    if (workspace === undefined) throw refuse('notFound', 'noWorkspace');
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
      const known = recent.get(name);
      if (known !== undefined && known.until > now()) return known.workspace;
      const workspace = find(name);
      // An unknown name must not fill the memory, and a failed answer must not be kept.
      const drop = () => recent.delete(name);
      workspace.then((found) => found ?? drop(), drop);
      recent.set(name, { workspace, until: now() + lifetime });
      return workspace;
    },
    async change(name, change, by = {}) {
      const present = await find(name);
      if (present === undefined) throw refuse('notFound', 'noWorkspace');
      const settings = changedSettings(present.settings, change);
      const changes = Object.entries(settings).flatMap(([key, value]) => {
        const before = present.settings[key as keyof WorkspaceSettings];
        return JSON.stringify(before) === JSON.stringify(value) ? [] : [[key, [before, value]]];
      });
      return update(
        name,
        { ...by, kind: 'company.changed', facts: Object.fromEntries(changes) },
        'settings = $2, label = $3',
        [JSON.stringify(settings), settings.company],
      );
    },
    async suspend(name) {
      await update(name, { kind: 'workspace.suspended' }, 'suspended_at = coalesce(suspended_at, now())');
    },
    async resume(name) {
      await update(name, { kind: 'workspace.resumed' }, 'suspended_at = null');
    },
  };
}
