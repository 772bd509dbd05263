import { type Expression, pathsOf, type Related } from '#kernel/expression/expression.ts';
import { type MoneyTrees, moneyOf } from '#kernel/expression/money-of.ts';
import type { SharedAs } from '#kernel/expression/shared-as.ts';
import type { Field, RollupOptions } from '#kernel/field/field.ts';
import { tellsCurrency } from '#kernel/field/tells-currency.ts';
import { valueKind } from '#kernel/field/value-kind.ts';
import { shortName } from '#kernel/object-name.ts';
import { readsRollups } from '#kernel/reads-rollups.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { fieldRight, type Operation, recordCondition } from '../access/rights.ts';
import { compile, operand, type Source } from '../expression/compile.ts';
import { currencyColumn, linkTable, storageOf, wholeSealed } from '../fields/columns.ts';
import { permittedColumn } from '../permission/permission-answer.ts';
import { type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';
import type { Context } from './context.ts';
import { GatheredRollups } from './gathered-rollups.ts';
import { maskedColumn } from './masked-column.ts';
import { moneyJson } from './money-json.ts';
import { relatedRecords } from './related-records.ts';
import { rollupColumn } from './rollup.ts';
import { runningColumn } from './running-total.ts';
import { seenOfMany } from './seen-of-many.ts';

type Reader = Pick<Context, 'registry' | 'workspace' | 'actor' | 'now'>;

/** One object's rows in a statement: resolves paths to columns and collects the joins that they need. */
export class Scope implements Source {
  readonly reader: Reader;
  readonly object: ObjectModel;
  readonly alias: string;
  readonly #whole: boolean;
  /** Objects of which all that the reader sees has been collected in a table of this name. */
  readonly #collected: ReadonlyMap<string, Fragment>;
  readonly #seen = new Map<string, Fragment>();
  #gathered: GatheredRollups | undefined;
  #joined = false;
  readonly #joins = new Map<string, { alias: string; fragment: Fragment }>();
  #related = 0;

  /** `whole` reads values as they are stored, for those who write them. */
  constructor(
    reader: Reader,
    object: ObjectModel,
    alias: string,
    whole = false,
    collected: ReadonlyMap<string, Fragment> = new Map(),
  ) {
    this.#whole = whole;
    this.#collected = collected;
    this.reader = reader;
    this.object = object;
    this.alias = alias;
  }

  get registry(): Registry {
    return this.reader.registry;
  }

  table(object: ObjectModel = this.object): Fragment {
    const stored = identifier(this.reader.workspace.schema, object.name);
    const { whole } = this.registry;
    const itself = whole && object.declaration.unites?.find((part) => part.itself !== undefined)?.itself;
    if (itself === undefined) return stored;
    // The view also unites what is switched off.
    const on = (object.declaration.unites ?? []).map((part) => shortName(part.object));
    return sql`(select * from ${stored} where ${raw(quoted(`${itself}Object`))} = any(array[${raw(on.map((name) => `'${name}'`).join(', '))}]))`;
  }

  /** Another object's rows, for the same reader. */
  sibling(object: string, alias: string): Scope {
    return new Scope(this.reader, objectNamed(this.registry, object), alias);
  }

  joins(): Fragment {
    const references = [...this.#joins.values()].map(({ fragment }) => fragment);
    return join([...references, this.#gathered?.joins() ?? raw('')], '');
  }

  /** Reckons the roll-ups of its rows together: for few rows, of which all that is asked for is shown. */
  gathering(): this {
    this.#gathered = new GatheredRollups(this.alias);
    return this;
  }

  /** Tells by what it joins whether a reference leads to a record that the reader sees: for few rows, which show that too. */
  joined(): this {
    this.#joined = true;
    return this;
  }

  field(path: string): Field {
    return this.#resolve(path).field;
  }

  kind(path: string) {
    return valueKind(this.field(path));
  }

  column(path: string): Fragment {
    const { alias, name, field, prefix } = this.#resolve(path);
    const computed = this.#computed(path);
    if (computed === undefined) return raw(storageOf(field).compare(alias, name));
    // Behind a reference that leads nowhere for this reader there is nothing, not a sum of nothing.
    return prefix === '' ? computed : sql`case when ${raw(alias)}.id is not null then ${computed} end`;
  }

  #computed(path: string): Fragment | undefined {
    const { alias, field, prefix, object } = this.#resolve(path);
    if (field.type === 'formula') {
      const expression = this.#money(object, field)?.amount ?? (field.expression as Expression);
      return atScale(field, this.#formula(expression, object, alias, prefix));
    }
    if (field.running !== undefined)
      return runningColumn(this.sibling(object.name, `${alias}_s`), field.running, alias);
    if (field.permitted !== undefined) return permittedColumn(this.reader, object, alias, field.permitted);
    if (field.rollup === undefined) return undefined;
    return atScale(field, this.#rollup(field.rollup, path));
  }

  #rollup(rollup: RollupOptions, path: string): Fragment {
    const { alias, prefix, object } = this.#resolve(path);
    const children = (under: string) => {
      const scope = this.sibling(rollup.object, under);
      return rollup.below === undefined ? this.#ofSeen(scope, rollup.by, alias) : scope;
    };
    if (this.#gathered !== undefined && prefix === '' && rollup.below === undefined)
      return this.#gathered.column(path, rollup, children);
    return rollupColumn(children(`${alias}_r`), rollup, alias, this.table(object));
  }

  currency(path: string): Fragment {
    const { alias, name, field, prefix, object } = this.#resolve(path);
    const money = this.#money(object, field);
    if (money !== undefined) return this.#formula(money.currency, object, alias, prefix);
    return raw(`${alias}.${quoted(currencyColumn(field.running?.of ?? name))}`);
  }

  /** What a formula that is money computes. */
  #money(object: ObjectModel, { result, expression }: Field): MoneyTrees | undefined {
    if (result !== 'money' || expression === undefined) return undefined;
    return moneyOf(expression as Expression, (path) => {
      const field = resolvePath(this.registry, object, path)?.field;
      return field !== undefined && tellsCurrency(field);
    });
  }

  /** A formula, in which what is computed from other records is computed once, however often it is named. */
  #formula(expression: Expression, object: ObjectModel, alias: string, prefix: string): Fragment {
    const source = this.#within(prefix);
    const costly = [...new Set(pathsOf(expression))].filter((path) => readsRollups(object, path));
    if (costly.length === 0) return operand(expression, source);
    const once = `${alias}_f`;
    const column = (path: string) =>
      costly.includes(path) ? raw(`${once}.f${costly.indexOf(path)}`) : source.column(path);
    const values = costly.map((path, index) => sql`${source.column(path)} as ${raw(`f${index}`)}`);
    // Without the offset PostgreSQL would put each value back wherever it is named.
    return sql`(select ${operand(expression, this.#within(prefix, column))} from (select ${join(values, ', ')} offset 0) ${raw(once)})`;
  }

  /** The value at a path as the API shows it. */
  read(path: string): Fragment {
    const { alias, name, field, object } = this.#resolve(path);
    if (field.type === 'manyToMany') {
      return sql`(select json_agg(l.target order by l.target) from ${this.#link(object, name)} l where l.source = ${raw(alias)}.id)`;
    }
    if (field.sealed === true)
      return raw(this.#whole ? wholeSealed(alias, name) : storageOf(field).read(alias, name));
    if (!this.#whole && fieldRight(object, name, this.reader.actor) === 'masked')
      return raw(maskedColumn(field.type, `${alias}.${quoted(name)}`));
    if (field.type !== 'formula' && field.type !== 'rollup') return raw(storageOf(field).read(alias, name));
    const value = this.column(path);
    if (tellsCurrency(field)) return moneyJson(value, this.currency(path), alias);
    return hasScale(field) ? sql`${value}::text` : value;
  }

  /** The rows of this object that the actor may read, update or delete: the live ones, or those in the bin. */
  condition(operation: Operation, state: 'live' | 'bin' = 'live'): Fragment {
    const condition = recordCondition(this.registry, this.object, operation, this.reader.actor);
    const live = raw(`${this.alias}."deletedAt" is ${state === 'live' ? 'null' : 'not null'}`);
    return isAlways(condition) ? live : sql`${live} and ${compile(condition, this)}`;
  }

  member(path: string, item: Fragment): Fragment {
    const { alias, name, field, object } = this.#resolve(path);
    if (field.type !== 'manyToMany') return sql`${item} = any(${raw(`${alias}.${quoted(name)}`)})`;
    return sql`exists (select 1 from ${this.#link(object, name)} l where l.source = ${raw(alias)}.id and l.target = ${item}::uuid)`;
  }

  empty(path: string): Fragment {
    const { alias, name, field, object } = this.#resolve(path);
    if (field.type !== 'manyToMany') return raw(`${alias}.${quoted(name)} is null`);
    return sql`not exists (select 1 from ${this.#link(object, name)} l where l.source = ${raw(alias)}.id)`;
  }

  /** Tells that the rows are asked for alone whose reference leads to a record that the reader sees, if only it is `live`. */
  leadsToSeen(name: string, live: Fragment = raw('true')): this {
    this.#seen.set(name, live);
    return this;
  }

  visible(path: string): Fragment {
    const seen = this.#seen.get(path);
    if (seen !== undefined) return seen;
    const { alias, name, field } = this.#resolve(path);
    const collected = field.type === 'reference' ? this.#collected.get(field.target ?? '') : undefined;
    if (collected !== undefined)
      return sql`(${raw(`${alias}.${quoted(name)}`)} in (select id from ${collected}))`;
    if (this.#joined && field.type === 'reference')
      return sql`(${raw(this.#resolve(`${path}.id`).alias)}.id is not null)`;
    return this.#reachable(path, 'read');
  }

  changeable(path: string): Fragment {
    return this.#reachable(path, 'update');
  }

  shared(as: SharedAs): Fragment {
    const share = this.registry.purposes.get('share');
    if (share === undefined) return raw('false');
    const audience = as === 'territory' ? 'territories' : 'audiences';
    const access = raw(as === 'update' ? " and sharing.access = 'update'" : '');
    return sql`exists (select 1 from ${this.table(share)} sharing where sharing.record = ${raw(this.alias)}.id and sharing."recordObject" = '${raw(this.object.name)}' and sharing.audience = any(${{ slot: audience }}::text[]) and sharing."deletedAt" is null and (sharing.until is null or sharing.until >= ${{ slot: 'today' }}::date)${access})`;
  }

  related(condition: Related): Fragment {
    this.#related += 1;
    const other = this.sibling(condition.object, `${this.alias}_h${this.#related}`);
    return relatedRecords(this.#ofSeen(other, condition.by, this.alias), condition, this.alias);
  }

  /** Rows that refer to the one under `alias`: what comes of them is shown with that one, to who sees it. */
  #ofSeen(others: Scope, by: string, alias: string): Scope {
    return this.#whole ? others : others.leadsToSeen(by, raw(`${alias}."deletedAt" is null`));
  }

  #reachable(path: string, operation: Operation): Fragment {
    const { alias, name, field } = this.#resolve(path);
    const inside = `${alias}_${name}`.toLowerCase().slice(0, 40);
    if (field.type === 'regarding' && operation === 'read')
      return seenOfMany(this, {
        targets: field.targets ?? [],
        id: raw(`${alias}.${quoted(name)}`),
        object: raw(`${alias}.${quoted(`${name}Object`)}`),
        alias: inside,
      });
    const targets =
      field.type === 'regarding' ? (field.targets ?? []) : [field.target ?? this.registry.people];
    const column = `${alias}.${quoted(name)}`;
    return sql`(${join(
      targets.map((target) => {
        const inner = this.sibling(target, inside);
        const typed =
          field.type === 'regarding'
            ? raw(`${alias}.${quoted(`${name}Object`)} = '${target}' and `)
            : raw('');
        const reachable = inner.condition('read');
        const further = operation === 'read' ? raw('') : sql` and ${inner.condition(operation)}`;
        return sql`(${typed}exists (select 1 from ${inner.table()} ${raw(inner.alias)}${inner.joins()} where ${raw(inner.alias)}.id = ${raw(column)} and ${reachable}${further}))`;
      }),
      ' or ',
    )})`;
  }

  #link(object: ObjectModel, name: string): Fragment {
    return identifier(this.reader.workspace.schema, linkTable(object.name, name));
  }

  /** The same scope seen from the end of a reference, its values read as told. */
  #within(prefix: string, own?: Source['column']): Source {
    if (prefix === '' && own === undefined) return this;
    return {
      kind: (path) => this.kind(prefix + path),
      currency: (path) => this.currency(prefix + path),
      column: own ?? ((path) => this.column(prefix + path)),
      member: (path, item) => this.member(prefix + path, item),
      empty: (path) => this.empty(prefix + path),
      visible: (path) => this.visible(prefix + path),
      changeable: (path) => this.changeable(prefix + path),
      shared: (as) => this.shared(as),
      related: (condition) => this.related(condition),
    };
  }

  #resolve(path: string): { alias: string; name: string; field: Field; object: ObjectModel; prefix: string } {
    const resolved = resolvePath(this.registry, this.object, path);
    if (resolved === undefined) throw new Error(`${this.object.name} has no field ${path}`);
    let alias = this.alias;
    let prefix = '';
    for (const step of resolved.steps) {
      prefix += `${step.name}.`;
      alias = this.#join(prefix, alias, step.name, step.target);
    }
    return { alias, name: resolved.name, field: resolved.field, object: resolved.object, prefix };
  }

  #join(prefix: string, from: string, name: string, target: ObjectModel): string {
    const known = this.#joins.get(prefix);
    if (known !== undefined) return known.alias;
    const inner = new Scope(this.reader, target, `${this.alias}${this.#joins.size + 1}`);
    this.#joins.set(prefix, { alias: inner.alias, fragment: raw('') });
    const readable = inner.condition('read');
    this.#joins.set(prefix, {
      alias: inner.alias,
      fragment: sql` left join ${this.table(target)} ${raw(inner.alias)} on ${raw(inner.alias)}.id = ${raw(`${from}.${quoted(name)}`)} and ${readable}`,
    });
    return inner.alias;
  }
}

/** A computed decimal has the places that are shown, also where it is compared, sorted and grouped. */
function atScale(field: Field, value: Fragment): Fragment {
  return hasScale(field) ? sql`round(${value}, ${raw(String(field.scale ?? 2))})` : value;
}

function hasScale(field: Field): boolean {
  return valueKind(field) === 'number' && field.result !== 'integer';
}

export function isAlways(expression: Expression): boolean {
  return expression.node === 'call' && expression.call === 'and' && expression.inputs.length === 0;
}
