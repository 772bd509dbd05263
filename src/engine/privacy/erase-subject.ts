import { dayIn } from '#kernel/expression/zone.ts';
import { textInput } from '#kernel/field/text-input.ts';
import { isErasable } from '#kernel/personal.ts';
import { Refusal, Unacceptable } from '#kernel/problem.ts';
import { asWhole, objectNamed } from '#kernel/registry.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { erasedFields, eraseRecords } from './erase-records.ts';
import { findSubject, type Records, type Subject } from './find-subject.ts';
import { isHeld } from './held.ts';

/** What an erasure takes, and what it leaves. */
export interface Erasure {
  /** Records of each object whose fields are emptied, with the fields. */
  readonly erased: readonly {
    readonly object: string;
    readonly count: number;
    readonly fields: readonly string[];
  }[];
  /** Records that stay as they are and refer to somebody without a name from then on. */
  readonly kept: readonly { readonly object: string; readonly count: number }[];
}

/** What would go if the person of this record were erased. */
export async function previewErasure(context: Context, object: string, id: string): Promise<Erasure> {
  const whole = asWhole(context);
  return erasureOf(whole, await findSubject(whole, object, id));
}

/**
 * Erases a person everywhere, in one transaction, for good: the records that are he, what others say of him, their
 * history and search words, files, what imports remember, and answers kept for repeated requests. What the law wants
 * kept stays and refers to a pseudonym. The audit keeps who did it, why, and how many records it was.
 */
export async function eraseSubject(
  context: Context,
  object: string,
  id: string,
  input: unknown,
  ip: string,
): Promise<Erasure & { readonly imports: readonly string[] }> {
  const reason = reasonOf(input);
  return context.database.transaction(async (database) => {
    const inside: Context = { ...asWhole(context), database };
    const { imports, ...erasure } = await eraseKnown(inside, object, id);
    const count = Object.fromEntries(erasure.erased.map((each) => [each.object, each.count]));
    await recordAuditEntry(database, {
      ...{ workspace: context.workspace.name, actor: context.actor.id, ip },
      ...{ kind: 'subject.erased', subject: `${object}/${id}`, facts: { reason, ...count } },
    });
    return { ...erasure, imports };
  });
}

/** Erases a person in the transaction of the caller, unless something about him is held. */
export async function eraseKnown(
  inside: Context,
  object: string,
  id: string,
): Promise<Erasure & { readonly imports: readonly string[] }> {
  const subject = await findSubject(inside, object, id);
  const all = withFields(inside, subject);
  const ids = [...all.values()].flat();
  await refuseHeld(inside, ids);
  for (const [name, own] of all) await eraseRecords(inside, objectNamed(inside.registry, name), own);
  await forgetAnswers(inside, ids);
  return { ...erasureOf(inside, subject), imports: await forgetImports(inside, ids) };
}

/** What must be kept is not erased, whoever wishes it. */
async function refuseHeld(
  { database, registry, workspace, now }: Context,
  ids: readonly string[],
): Promise<void> {
  const held = isHeld(registry, workspace.schema, 'x.id', '$2');
  const today = dayIn(now, workspace.timeZone);
  const rows = await database.run(
    `select 1 from unnest($1::uuid[]) x(id) where ${held} and $2::date is not null limit 1`,
    [ids, today],
  );
  if (rows.length > 0) throw new Refusal('conflict', [{ field: '', code: 'held' }]);
}

function reasonOf(input: unknown): string {
  try {
    const reason = textInput(input ?? '', 500);
    if (reason === '') throw new Unacceptable('required');
    return reason;
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    throw new Refusal('invalid', [{ field: 'reason', code: error.code, parameters: error.parameters }]);
  }
}

function erasureOf({ registry }: Context, subject: Subject): Erasure {
  const erased = withFields({ registry }, subject);
  const count = (records: Records) => [...records].map(([object, ids]) => ({ object, count: ids.length }));
  return {
    erased: count(erased).map((each) => ({
      ...each,
      fields: erasedFields(objectNamed(registry, each.object)),
    })),
    kept: count(new Map([...subject.related].filter(([object]) => !erased.has(object)))),
  };
}

/** The records of objects from which people are erased. */
function withFields({ registry }: Pick<Context, 'registry'>, { person, related }: Subject): Records {
  return new Map(
    [...person, ...related].filter(([object]) => isErasable(objectNamed(registry, object).declaration)),
  );
}

async function forgetAnswers({ database, workspace }: Context, ids: readonly string[]): Promise<void> {
  await database.run(
    `delete from ${quoted(workspace.schema)}.idempotency where exists (
       select from unnest($1::text[]) each where strpos(coalesce(body, ''), each) > 0)`,
    [ids],
  );
}

/**
 * The files of imports that brought any of the records, to be removed once this has been committed. What the imports
 * remember of their rows goes now: whose each was, nobody can tell.
 */
async function forgetImports(
  { database, workspace }: Context,
  ids: readonly string[],
): Promise<readonly string[]> {
  const s = quoted(workspace.schema);
  const rows = await database.run(
    `with brought as materialized (
       select import from ${s}.import_row where record = any($1::uuid[])
       union select import from ${s}.import_made where record = any($1::uuid[])),
     problems as (update ${s}.import_row set problems = null
       where import in (select import from brought) and problems is not null)
     update ${s}.import set files = (
       select jsonb_agg((file - 'report') || '{"erased": true, "sample": []}') from jsonb_array_elements(files) file)
     where id in (select import from brought)
     returning (select jsonb_agg(file ->> 'hash') from jsonb_array_elements(files) file)`,
    [ids],
  );
  return rows.flatMap(([hashes]) => JSON.parse(hashes ?? '[]') as string[]);
}
