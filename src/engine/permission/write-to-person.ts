import type { Field } from '#kernel/field/field.ts';
import type { PermissionAnswer } from '#kernel/permission.ts';
import type { Mail, MailSender } from '#kernel/port/mail-sender.ts';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { tableOf } from '../records/table.ts';
import { argument, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import { permissionAnswer } from './permission-answer.ts';

/** A person whose record says where mail reaches him, and what he is written to for. */
export interface Addressee {
  readonly object: string;
  readonly id: string;
  /** The field of his record that holds the address. */
  readonly address: string;
  readonly purpose: string;
  /**
   * It is about something that was arranged with him: it goes where nobody ever asked him, or what he allowed has expired,
   * and not where he has said no. Only so does mail go to an address that is nobody's record, which no ledger knows.
   */
  readonly arranged?: true;
  /** The record may be in the bin: he is told that it is called off. */
  readonly binned?: boolean;
}

/** The person at the address where he is reached. */
export interface Reached {
  readonly name: string;
  readonly address: string;
}

type Content = Pick<Mail, 'subject' | 'text' | 'html' | 'id' | 'replyTo' | 'calendar'>;

/** What became of a mail: it went, or nobody is reached, or what the ledger says is in its way. */
export type Writing = 'went' | 'noAddress' | PermissionAnswer;

const way = 'email';

const saidNothing: ReadonlySet<PermissionAnswer> = new Set(['unasked', 'expired']);

/**
 * The one door by which mail goes to an address that a record holds. Nothing goes without a purpose that the ledger of
 * permissions allows: what it does not allow is noted in the audit with the reason. Tells whether it went, or why not;
 * rejects with a refusal where trying again is of no use.
 */
export async function writeToPerson(
  context: Context,
  mail: MailSender | undefined,
  addressee: Addressee,
  content: Content | ((reached: Reached) => Content),
): Promise<Writing> {
  const { object, id, purpose } = addressee;
  const { answer, address, name } = await asked(context, addressee);
  const note = (kind: string, facts: object) =>
    recordAuditEntry(context.database, {
      ...{ workspace: context.workspace.name, actor: context.actor.id, kind },
      ...{ subject: `${object}/${id}`, facts: { purpose, way, ...facts } },
    });
  if (answer !== 'permitted' && !(addressee.arranged && saidNothing.has(answer))) {
    await note('use.blocked', { reason: answer, by: context.verb });
    return answer;
  }
  if (mail === undefined) throw new Refusal('unavailable', [{ field: '', code: 'noMailServer' }]);
  if (address === null) return 'noAddress';
  const said = typeof content === 'function' ? content({ name, address }) : content;
  const sending = await mail.send({ to: { name, address }, ...said });
  if (sending.outcome === 'later') throw new Error(sending.reason);
  if (sending.outcome !== 'done')
    throw new Refusal('invalid', [{ field: addressee.address, code: sending.reason }]);
  await note('use.made', { by: context.verb });
  return 'went';
}

/** A sealed address is opened by nobody but who asks for it. */
function reaches(field: Field | undefined): boolean {
  return field?.type === 'email' && field.sealed !== true;
}

/** Where the person is reached, and what the ledger says. */
async function asked(context: Context, addressee: Addressee) {
  const { object: name, id, address, purpose, arranged, binned } = addressee;
  const object = objectNamed(context.registry, name);
  const isPerson = object.declaration.personal?.same !== undefined;
  if (!(isPerson || arranged) || !reaches(object.fields.get(address)))
    throw new Refusal('invalid', [{ field: address.slice(0, 60), code: 'notAnAddress' }]);
  const answer = isPerson ? permissionAnswer(context, object, 't', { purpose, way }) : sql`'unasked'::text`;
  const statement = compileStatement(
    sql`select ${answer}, t.${raw(quoted(address))}, t.${raw(quoted(object.declaration.nameField))}
      from ${raw(tableOf(context, object.name).text)} t where t.id = ${argument('id')}::uuid and ${raw(binned ? 'true' : 't."deletedAt" is null')}`,
  );
  const [row] = await context.database.run(statement.text, bind(statement, bindingOf(context, { id })));
  if (row === undefined) throw new Refusal('notFound');
  return { answer: row[0] as PermissionAnswer, address: row[1] ?? null, name: row[2] ?? '' };
}
