import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { type Database, databaseOn } from '../../database/database.ts';
import type { Doer } from '../note-done.ts';
import { openText, sealText } from '../sealed-text.ts';
import type { ProviderInput } from './provider-input.ts';

/** Another system that vouches for people of a workspace. */
export type Provider = ProviderInput & { readonly id: string; readonly workspace: string };

export interface Providers {
  /** Of a workspace; of all when none is named. */
  list(workspace?: string): Promise<readonly Provider[]>;
  find(id: string): Promise<Provider | undefined>;
  create(workspace: string, input: ProviderInput, by: Doer): Promise<Provider>;
  /** Undefined when the workspace has no such. */
  change(workspace: string, id: string, input: ProviderInput, by: Doer): Promise<Provider | undefined>;
  remove(workspace: string, id: string, by: Doer): Promise<boolean>;
}

const columns = `json_build_object('id', id, 'workspace', workspace, 'kind', kind, 'label', label,
  'settings', settings, 'domains', domains, 'provision', provision, 'roles', roles,
  'defaultRoles', default_roles, 'enabled', enabled)`;

/** The providers that administrators have named. What is secret of them is sealed. */
export function createProviders(pool: Pool, secret: string): Providers {
  const database = databaseOn(pool);

  function read(row: string | null | undefined): Provider {
    const { settings, ...stored } = JSON.parse(row ?? '{}') as Omit<Provider, 'settings'> & {
      readonly settings: Readonly<Record<string, string>>;
    };
    const { clientSecret: sealed, ...open } = settings;
    const secrets = sealed === undefined ? {} : { clientSecret: openText(sealed, secret) };
    return { ...stored, settings: { ...open, ...secrets } } as unknown as Provider;
  }

  function valuesOf({
    kind,
    label,
    settings,
    domains,
    provision,
    roles,
    defaultRoles,
    enabled,
  }: ProviderInput) {
    const sealed =
      'clientSecret' in settings
        ? { ...settings, clientSecret: sealText(settings.clientSecret, secret) }
        : settings;
    const json = [JSON.stringify(sealed), domains, provision, JSON.stringify(roles)];
    return [kind, label, ...json, defaultRoles, enabled];
  }

  return {
    async list(workspace) {
      const rows = await database.run(
        `select ${columns} from guanxi.sign_in_provider where $1::text is null or workspace = $1 order by created_at, id`,
        [workspace ?? null],
      );
      return rows.map(([row]) => read(row));
    },
    async find(id) {
      const [row] = await database.run(
        `select ${columns} from guanxi.sign_in_provider p where id::text = $1 and exists (
           select from guanxi.workspace w where w.name = p.workspace and not w.closed)`,
        [id],
      );
      return row && read(row[0]);
    },
    create(workspace, input, by) {
      return database.transaction(async (change) => {
        const [row] = await change.run(
          `insert into guanxi.sign_in_provider
             (id, workspace, kind, label, settings, domains, provision, roles, default_roles, enabled)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${columns}`,
          [v7(), workspace, ...valuesOf(input)],
        );
        const made = read(row?.[0]);
        await note(change, made, 'provider.created', by);
        return made;
      });
    },
    change(workspace, id, input, by) {
      return database.transaction(async (change) => {
        const [row] = await change.run(
          `update guanxi.sign_in_provider set kind = $3, label = $4, settings = $5, domains = $6, provision = $7,
             roles = $8, default_roles = $9, enabled = $10
           where workspace = $1 and id::text = $2 returning ${columns}`,
          [workspace, id, ...valuesOf(input)],
        );
        if (row === undefined) return undefined;
        const changed = read(row[0]);
        await note(change, changed, 'provider.changed', by);
        return changed;
      });
    },
    remove(workspace, id, by) {
      return database.transaction(async (change) => {
        const [row] = await change.run(
          `with gone as (
             delete from guanxi.sign_in_provider where workspace = $1 and id::text = $2 returning *
           ), links as (delete from guanxi.credential where provider_id = $2 and exists (select from gone))
           select ${columns} from gone`,
          [workspace, id],
        );
        if (row !== undefined) await note(change, read(row[0]), 'provider.removed', by);
        return row !== undefined;
      });
    },
  };
}

function note(
  change: Database,
  { id, workspace, kind: means, label, domains, provision, roles, defaultRoles, enabled }: Provider,
  kind: string,
  { actor, actingFor, ip }: Doer,
): Promise<void> {
  return recordAuditEntry(change, {
    ...{ workspace, actor: actor ?? undefined, actingFor, kind, subject: `provider/${id}`, ip },
    facts: { kind: means, label, domains, provision, roles, defaultRoles, enabled },
  });
}
