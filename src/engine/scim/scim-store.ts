import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { People } from '../identity/people.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { listRecords } from '../records/list.ts';
import { readRecord } from '../records/read.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { externalIdOf, externalIdsOf, keepExternalId, recordsCalled } from './external-ids.ts';
import { ScimError } from './scim-error.ts';
import type { ScimCondition } from './scim-filter.ts';
import type { ScimBody, ScimResource, StoredRecord } from './scim-resource.ts';

/** What a request of another system works with. */
export interface ScimWork {
  readonly context: Context;
  readonly people: People;
  readonly resource: ScimResource;
  /** The object whose records the resource stands for. */
  readonly object: string;
  readonly ip: string;
}

export interface Shown {
  readonly record: StoredRecord;
  readonly externalId: string | undefined;
}

const pageLimit = 200;

export interface ScimPage {
  readonly total: number;
  readonly found: readonly Shown[];
}

export async function readOne({ context, object, resource }: ScimWork, id: string): Promise<Shown> {
  const record: StoredRecord = JSON.parse(await readRecord(context, object, id, resource.select));
  return { record, externalId: await externalIdOf(context.database, context.workspace.name, id) };
}

/** The page that begins at the so-manieth of those that match, counted from one. */
export async function readPage(
  { context, object, resource }: ScimWork,
  { where: condition, externalId }: ScimCondition,
  startIndex: number,
  count: number,
): Promise<ScimPage> {
  const { database } = context;
  const { name: workspace } = context.workspace;
  const called = externalId === undefined ? undefined : await recordsCalled(database, workspace, externalId);
  const where = called === undefined ? condition : { and: [condition, { id: { in: called } }] };
  const query = { where, select: resource.select, sort: 'createdAt,id' };
  const limit = Math.min(Math.max(0, count), pageLimit);
  let cursor: string | undefined;
  // Records are paged by cursors: what comes before is passed over in large steps.
  for (let passed = 1; passed < startIndex; ) {
    const step = Math.min(1000, startIndex - passed);
    const { next } = await listRecords(context, object, {
      ...{ ...query, select: ['id'], limit: step },
      ...(cursor !== undefined && { cursor }),
    });
    if (next === undefined) return { total: await countOf(context, object, where), found: [] };
    cursor = next;
    passed += step;
  }
  const total = await countOf(context, object, where);
  if (limit === 0) return { total, found: [] };
  const page = await listRecords(context, object, {
    ...query,
    limit,
    ...(cursor !== undefined && { cursor }),
  });
  const records = JSON.parse(String(page.records)) as readonly StoredRecord[];
  const names = await externalIdsOf(
    database,
    workspace,
    records.map(({ id }) => id),
  );
  return { total, found: records.map((record) => ({ record, externalId: names.get(record.id) })) };
}

async function countOf(context: Context, object: string, where: unknown): Promise<number> {
  const { count = 0 } = await listRecords(context, object, { where, select: ['id'], limit: 1, count: true });
  return count;
}

/** Enters a resource; somebody entered may sign in from then on, by single sign-on or with a password sent for. */
export async function createOne(work: ScimWork, body: ScimBody): Promise<Shown> {
  const { context, object, resource } = work;
  const id = uuidv7();
  const values = resource.read(body);
  await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    await createRecords(inside, object, [{ id, values }]);
    await keepExternalId(database, context.workspace.name, id, body.externalId);
    if (resource.name === 'User') {
      const person = { workspace: context.workspace.name, userId: id };
      const { email, name } = values as { email: string; name: string };
      await work.people.createSignIn({ ...person, email, name }, doer(work), database);
    }
    if (values.active === false) await work.people.disable(personOf(work, id), doer(work), database);
    await note({ ...work, context: inside }, id, 'created');
  });
  return readOne(work, id);
}

/** Puts a resource in place of the stored one, at the version that was read when one is named. */
export async function replaceOne(
  work: ScimWork,
  id: string,
  body: ScimBody,
  version: number | undefined,
): Promise<Shown> {
  const { context, object, resource } = work;
  const before = await readOne(work, id);
  if (version !== undefined && version !== before.record.version)
    throw new ScimError(412, 'The resource has been changed since.');
  const values = resource.read(body);
  await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    await updateRecord(inside, object, id, values);
    await keepExternalId(database, context.workspace.name, id, body.externalId);
    if (resource.name === 'User') await keepSignIn({ ...work, context: inside }, before.record, values);
    await note({ ...work, context: inside }, id, 'changed');
  });
  return readOne(work, id);
}

/** Whoever is deactivated is out of every session at once. */
async function keepSignIn(
  work: ScimWork,
  before: StoredRecord,
  { email, active }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { people, context } = work;
  const [person, by] = [personOf(work, before.id), doer(work)];
  if (email !== before.email)
    await people.changeEmail({ ...person, email: String(email) }, by, context.database);
  if (active === before.active) return;
  if (active === true) await people.enable(person, by, context.database);
  else await people.disable(person, by, context.database);
}

/** Takes a resource away: into the bin, and out of every session. */
export async function removeOne(work: ScimWork, id: string): Promise<void> {
  const { context, object, resource, people } = work;
  await readOne(work, id);
  if (resource.name === 'User') {
    if (id === context.actor.id) throw new Refusal('forbidden');
    await people.disable(personOf(work, id), doer(work)).catch(unlessNoSignIn);
  }
  await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    if (resource.name === 'User') await updateRecord(inside, object, id, { active: false });
    await removeRecord(inside, object, id);
    await keepExternalId(database, context.workspace.name, id, undefined);
    await note({ ...work, context: inside }, id, 'removed');
  });
}

/** Somebody who could never sign in need not be shut out. */
function unlessNoSignIn(error: unknown): void {
  if (!(error instanceof Refusal) || error.kind !== 'notFound') throw error;
}

function personOf({ context }: ScimWork, userId: string) {
  return { workspace: context.workspace.name, userId };
}

function doer({ context, ip }: ScimWork) {
  return { actor: context.actor.id, ip };
}

function note({ context, resource, ip }: ScimWork, id: string, became: string): Promise<void> {
  return recordAuditEntry(context.database, {
    ...{ workspace: context.workspace.name, actor: context.actor.id ?? undefined, ip },
    ...{ kind: `provisioning.${became}`, subject: `${resource.name === 'User' ? 'person' : 'group'}/${id}` },
  });
}
