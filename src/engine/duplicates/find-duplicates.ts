import type { Likeness, LikenessKind } from '#kernel/likeness.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { readableField } from '../access/rights.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { tsquery } from '../records/list.ts';
import { mustEver } from '../records/read.ts';
import { recordJson } from '../records/record-json.ts';
import { Scope } from '../records/scope.ts';
import { tableOf } from '../records/table.ts';
import { queryTokens } from '../search/tokens.ts';
import { argument, type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import { comparedForms, type Evidence, evidenceOf, suspicion } from './evidence.ts';
import { reviewTable } from './review/duplicate-look.ts';
import { type Form, formOf } from './similarity.ts';

type Values = Readonly<Record<string, unknown>>;

export interface Suspect extends Evidence {
  readonly id: string;
  readonly name: string;
  /** The values that were compared. */
  readonly values: Values;
}

/** Records looked at more closely, and those told. */
const limits = { candidates: 200, suspects: 20 };

/**
 * Live records that the actor may see and that may be the same thing as these values, most likely first. The index
 * of the search finds candidates, the declared likenesses weigh them.
 */
export async function findDuplicates(
  context: Context,
  objectName: string,
  values: Values,
  except?: string,
): Promise<readonly Suspect[]> {
  const object = objectNamed(context.registry, objectName);
  mustEver(context, objectName, 'read');
  const rules = readableRules(context, object);
  const scope = new Scope(context, object, 't');
  const forms = formsOf(scope, rules);
  const sought = {
    ...withForms(context, object, values),
    ...(forms && except !== undefined && (await ownForms(context, object, forms, except))),
  };
  const alike = rules.flatMap((rule) => candidates(scope, object, rule, sought[rule.field]));
  if (except !== undefined) alike.push(keptWith(context));
  if (alike.length === 0) return [];
  const wanted = comparedForms(rules, sought);
  const { nameField } = object.declaration;
  const record = recordJson(scope, [...new Set([nameField, ...rules.map(({ field }) => field)])]);
  const statement = compileStatement(
    sql`select ${record}, ${forms ?? raw(`'{}'`)} from ${scope.table()} t${scope.joins()} where ${scope.condition('read')} and (${join(alike, ' or ')}) and t.id is distinct from ${argument('except')}::uuid and not ${judged(context)} limit ${raw(String(limits.candidates))}`,
  );
  const rows = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, { except: except ?? null, object: object.name })),
  );
  return rows
    .map(([text, own]) => {
      const { id, ...compared } = JSON.parse(text as string) as Values & { readonly id: string };
      const evidence = evidenceOf(
        rules,
        wanted,
        comparedForms(rules, { ...compared, ...JSON.parse(own as string) }),
      );
      return { id, name: String(compared[nameField] ?? ''), values: compared, ...evidence };
    })
    .filter(({ score }) => score >= suspicion)
    .sort((one, other) => other.score - one.score)
    .slice(0, limits.suspects);
}

/**
 * What the look through all records has found to be like the one looked at: a name that is misspelt is in no index of
 * words under the other, and lies beside it among sorted names.
 */
function keptWith(context: Context): Fragment {
  const pair = raw(reviewTable(context, 'pair'));
  const own = sql`${argument('except')}::uuid`;
  return sql`t.id = any(array(select p.other from ${pair} p where p.object = ${argument('object')}::text and p.one = ${own} union all select p.one from ${pair} p where p.object = ${argument('object')}::text and p.other = ${own}))`;
}

/** Whether somebody has said that a record and the one looked at are not the same. */
function judged(context: Context): Fragment {
  return sql`exists (select 1 from ${raw(reviewTable(context, 'verdict'))} v where v.object = ${argument('object')}::text and v.one = least(t.id, ${argument('except')}::uuid) and v.other = greatest(t.id, ${argument('except')}::uuid))`;
}

/** The values as they are compared: of a sealed one what equal values have in common. */
function withForms({ workspace: { seal } }: Context, object: ObjectModel, values: Values): Values {
  const form = (value: unknown) =>
    seal?.genuine(value)?.form ?? (typeof value === 'string' ? seal?.form(value) : undefined);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      object.fields.get(name)?.sealed === true ? form(value) : value,
    ]),
  );
}

/** What the sealed values of a record are compared by, as an object; undefined where there are none. */
function formsOf(scope: Scope, rules: readonly Likeness[]): Fragment | undefined {
  const sealed = rules.filter(({ field }) => scope.object.fields.get(field)?.sealed === true);
  if (sealed.length === 0) return undefined;
  const parts = sealed.map(({ field }) => sql`${raw(`'${field}'`)}, ${scope.column(field)}`);
  return sql`json_build_object(${join(parts, ', ')})`;
}

async function ownForms(context: Context, object: ObjectModel, forms: Fragment, id: string): Promise<Values> {
  const { table } = tableOf(context, object.name);
  const statement = compileStatement(
    sql`select ${forms} from ${table} t where t.id = ${argument('id')}::uuid`,
  );
  const [row] = await context.database.run(statement.text, bind(statement, bindingOf(context, { id })));
  return JSON.parse(row?.[0] ?? '{}') as Values;
}

/** The likenesses of fields that the actor may read: what he may not know must not show through. */
export function readableRules(context: Context, object: ObjectModel): readonly Likeness[] {
  return object.duplicates.filter(
    ({ field }) => readableField(context.registry, object, field, context.actor) !== undefined,
  );
}

/** The end of a telephone number that every way of writing it keeps together, whatever parts it from the area code. */
const localDigits = 7;
/** What so many records share that nobody would look through them all. */
const tooCommon: ReadonlySet<LikenessKind> = new Set(['mailDomain', 'street', 'date']);

/** A condition under which a record is worth comparing, by one field. */
function candidates(
  scope: Scope,
  object: ObjectModel,
  { field, kind }: Likeness,
  value: unknown,
): readonly Fragment[] {
  if (typeof value !== 'string' || tooCommon.has(kind)) return [];
  if (object.fields.get(field)?.sealed === true) return [sql`${scope.column(field)} = ${value}::text`];
  const form = formOf(kind, value);
  if (form === undefined) return [];
  if (object.fields.get(field)?.search === undefined)
    return [sql`lower(${scope.column(field)}) = lower(${value}::text)`];
  const queries = soughtBy(kind, value, form);
  return [...new Set(queries)]
    .map(queryTokens)
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => sql`t.search @@ ${tsquery(tokens)}::tsquery`);
}

/** What is looked for in the index, any of it: codes and names in each form, other texts as they are written. */
function soughtBy(kind: LikenessKind, value: string, { text, said }: Form): readonly string[] {
  if (kind === 'person' || kind === 'organisation') return [text, ...said];
  if (kind === 'code') return text.split(' ');
  return [kind === 'phone' ? text.slice(-localDigits) : value];
}
