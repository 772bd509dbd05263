import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { recordAuditEntry } from '#engine/audit/record-audit-entry.ts';
import { databaseOn } from '#engine/database/database.ts';
import { graceDays } from '#engine/http/workspace-routes.ts';
import type { Identity } from '#engine/identity/identity.ts';
import { invite } from '#engine/identity/invitations.ts';
import { parseLocale } from '#engine/identity/workspace-settings.ts';
import type { Workspace } from '#engine/identity/workspaces.ts';
import { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import { removeWorkspace } from '#engine/workspaces/remove-workspace.ts';
import { workspaceArchive } from '#engine/workspaces/workspace-archive.ts';
import type { Installation } from '../installation.ts';
import { openWorkspace } from '../open-workspace.ts';
import { identityOf } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

const options = {
  company: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  password: { type: 'string' },
  locale: { type: 'string' },
  currency: { type: 'string' },
  'time-zone': { type: 'string' },
  reason: { type: 'string' },
  people: { type: 'string' },
  records: { type: 'string' },
  'storage-mb': { type: 'string' },
  requests: { type: 'string' },
  imports: { type: 'string' },
  days: { type: 'string' },
  now: { type: 'boolean' },
  confirm: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

type Values = ReturnType<typeof parsed>['values'];

const parsed = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

/** What is done to one workspace. */
type Verb = (installation: Installation, workspace: Workspace, values: Values) => Promise<unknown>;

const verbs: Readonly<Record<string, Verb>> = {
  async rename(installation, { name }, { company }) {
    const { workspaces } = await identityOf(installation);
    await workspaces.change(name, { company: needed(company, 'company') });
  },
  async limit(installation, { name }, { people, records, 'storage-mb': storage, requests, imports }) {
    const given = Object.entries({ people, records, storage, requests, imports });
    const limits = given.map(
      ([limit, text]) => [limit, text === 'none' ? null : text && Number(text)] as const,
    );
    const { workspaces } = await identityOf(installation);
    console.log(JSON.stringify((await workspaces.limit(name, Object.fromEntries(limits))).limits));
  },
  async suspend(installation, { name }, { reason }) {
    await (await identityOf(installation)).workspaces.suspend(name, reason);
  },
  async resume(installation, { name }) {
    await (await identityOf(installation)).workspaces.resume(name);
  },
  async export(installation, workspace, { output = `${workspace.name}.zip` }) {
    const { pool, store: files } = installation;
    const database = databaseOn(pool);
    const registries = new CompanyRegistries(database, installation.registry, console.error);
    const registry = await registries.everythingOf(workspace.schema);
    await recordAuditEntry(database, { workspace: workspace.name, kind: 'workspace.exported' });
    await pipeline(await workspaceArchive({ pool, files, registry }, workspace), createWriteStream(output));
    console.log(`${workspace.label} is in ${output}.`);
  },
  async remove(installation, workspace, values) {
    const identity = await identityOf(installation);
    await refuseLast(identity, workspace);
    return values.now ? removeNow(installation, workspace, values) : mark(identity, workspace, values);
  },
  async keep(installation, { name }) {
    await (await identityOf(installation)).workspaces.keep(name);
  },
};

export const workspace: Command = {
  usage:
    'workspace list | create NAME --company C --name N --email E [--password P] [--locale L] [--currency C] [--time-zone Z] | rename NAME --company C | limit NAME [--people N] [--records N] [--storage-mb N] [--requests N] [--imports N] | suspend NAME [--reason R] | resume NAME | export NAME [-o FILE] | remove NAME [--days N | --now --confirm NAME] | keep NAME',
  summary:
    'the companies of this installation; remove closes one and deletes it after 30 days unless it is kept; a limit of none takes one away',
  async run(installation, parameters) {
    const { values, positionals } = parsed([...parameters]);
    const [verb = '', name] = positionals;
    const { workspaces } = await identityOf(installation);
    if (verb === 'list') {
      for (const each of await workspaces.list()) console.log(line(each));
      return 0;
    }
    if (name !== undefined && verb === 'create') return create(installation, name, values);
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (name === undefined || act === undefined) throw new CommandError(`Usage: guanxi ${workspace.usage}`);
    const stored = await workspaces.get(name);
    if (stored === undefined) throw new CommandError(`There is no workspace ${name}.`);
    await act(installation, stored, values);
    return 0;
  },
};

function line({ name, label, closed, removeAfter }: Workspace): string {
  const state =
    removeAfter !== null ? `removed after ${removeAfter.toISOString()}` : closed ? 'suspended' : 'open';
  return [name, label, state].join('\t');
}

async function create(installation: Installation, name: string, values: Values): Promise<number> {
  const { locale = 'zh-CN', currency = 'CNY', password, 'time-zone': timeZone = 'Asia/Shanghai' } = values;
  const identity = await identityOf(installation);
  const { administrator } = await openWorkspace(
    { pool: installation.pool, identity, registry: installation.registry },
    {
      ...{ name, currency, timeZone, locale: parseLocale(locale) },
      company: needed(values.company, 'company'),
      administratorName: needed(values.name, 'name'),
      administratorEmail: needed(values.email, 'email'),
      ...(password !== undefined && { password }),
    },
  );
  if (password === undefined) {
    const person = { ...administrator, roles: [], locale: parseLocale(locale), active: true };
    console.log((await invite(identity, person, {})).href);
  }
  return 0;
}

async function mark(identity: Identity, { name }: Workspace, { days }: Values): Promise<void> {
  const { usual, least, most } = graceDays;
  const given = days === undefined ? usual : Number(days);
  if (!Number.isInteger(given) || given < least || given > most)
    throw new CommandError(`--days must be from ${least} to ${most}.`);
  const { removeAfter } = await identity.workspaces.mark(name, given);
  console.log(
    `${name} is closed and will be removed after ${removeAfter?.toISOString()}; keep it with: workspace keep ${name}`,
  );
}

async function removeNow(installation: Installation, { name, label }: Workspace, { confirm }: Values) {
  if (confirm !== name) throw new CommandError(`To remove ${label} for good: --now --confirm ${name}`);
  const { pool, store: files } = installation;
  const { auditKey: chainKey } = await identityOf(installation);
  if (!(await removeWorkspace({ database: databaseOn(pool), files, chainKey }, name)))
    throw new CommandError(`Close it first: workspace remove ${name}`);
  console.log(`${label} is gone.`);
}

/** Whose administrators run the installation because nobody is named must not go while others are served. */
async function refuseLast({ workspaces, operators }: Identity, { name }: Workspace): Promise<void> {
  const [first, ...others] = await workspaces.list();
  if (first?.name === name && others.length > 0 && (await operators.list()).length === 0)
    throw new CommandError(
      `The administrators of ${name} run this installation. Name somebody first: guanxi operator add EMAIL`,
    );
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new CommandError(`--${name} is missing.`);
  return value;
}
