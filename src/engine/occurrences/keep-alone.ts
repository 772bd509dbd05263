import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { momentInWords } from '../fields/moment-in-words.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { quoted } from '../sql/fragment.ts';
import type { TimeWindow } from './time-window.ts';
import { type TimeTaken, timesTaken } from './times-taken.ts';

/** How far ahead series are compared: they have no end of their own. */
const ahead = 400 * 86_400_000;
const always: TimeWindow = { from: Date.parse('1000-01-01'), to: Date.parse('9999-01-01') };

/** Whether records of an object take something up that one alone can have at a time. */
export function takesAlone({ declaration: { occurs } }: ObjectModel): boolean {
  return occurs?.alone !== undefined;
}

/** Whether a change of these fields can take something up at another time. */
export function changesAlone({ declaration: { occurs } }: ObjectModel, changed: readonly string[]): boolean {
  if (occurs?.alone === undefined) return false;
  const { alone, from, to, busy = {} } = occurs;
  const names = new Set([...alone, from, to, 'repeats', ...Object.keys(busy)]);
  return changed.some((name) => names.has(name));
}

/**
 * Refuses records, once they are written and before their transaction ends, that take something up while another one
 * has it. What is taken is held first, so that of two who take it at once the later one sees what the earlier one wrote.
 */
export async function keepAlone(
  context: Context,
  object: ObjectModel,
  ids: readonly string[],
  fieldOf: (field: string, id: string) => string = (field) => field,
): Promise<void> {
  const complaints: Complaint[] = [];
  for (const name of object.declaration.occurs?.alone ?? []) {
    const target = object.fields.get(name)?.target ?? '';
    const met = await firstMet(context, object, name, target, ids);
    if (met === undefined) continue;
    const parameters = {
      name: await nameOf(context, target, met.taken),
      from: momentInWords(context.actor, met.from),
      to: momentInWords(context.actor, met.to),
    };
    complaints.push({ field: fieldOf(name, met.record), code: 'takenThen', parameters });
  }
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
}

/** The first of the records' times at which another one has the same, and when that one does. */
async function firstMet(
  context: Context,
  object: ObjectModel,
  name: string,
  target: string,
  ids: readonly string[],
): Promise<TimeTaken | undefined> {
  const written = await timesTaken(
    context,
    object,
    { names: [name], records: ids, within: soon(context) },
    always,
  );
  const own = written.filter(({ from, to }) => to > from);
  const taken = [...new Set(own.map(({ taken }) => taken))].sort();
  if (taken.length === 0) return undefined;
  await context.database.run(
    `select id from ${quoted(context.workspace.schema)}.${quoted(target)} where id = any($1::uuid[]) order by id for no key update`,
    [taken],
  );
  const window = { from: Math.min(...own.map(({ from }) => from)), to: Math.max(...own.map(({ to }) => to)) };
  const others = await timesTaken(context, object, { names: [name], taken }, window);
  const byTaken = Map.groupBy(others, ({ taken }) => taken);
  for (const time of own) {
    const other = byTaken
      .get(time.taken)
      ?.find(
        ({ record, from, to }) => record !== time.record && from < to && from < time.to && time.from < to,
      );
    if (other !== undefined) return { ...other, record: time.record };
  }
  return undefined;
}

/** What takes place once is looked at whenever that is, a series from now on or from when it begins. */
function soon({ now }: Context) {
  return (start: number, comesBack: boolean): TimeWindow => {
    const from = Math.max(start, now);
    return comesBack ? { from, to: from + ahead } : always;
  };
}

/** What is taken, as far as the actor may know it by name. */
async function nameOf(context: Context, target: string, id: string): Promise<string> {
  const { nameField } = objectNamed(context.registry, target).declaration;
  const query = { where: { id }, select: [nameField], limit: 1 };
  const [found] = recordsIn<Readonly<Record<string, unknown>>>(await listRecords(context, target, query));
  return String(found?.[nameField] ?? '');
}
