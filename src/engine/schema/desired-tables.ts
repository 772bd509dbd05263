import { followsReference } from '#kernel/carried.ts';
import type { Expression } from '#kernel/expression/expression.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { carriedTablesOf } from '../carried/carried-table.ts';
import { columnsOf, comparedColumn, linkTable } from '../fields/columns.ts';
import { fileFields } from '../files/holders.ts';
import { sortCollation } from '../records/cursor.ts';
import { isSearched, searchColumns } from '../records/stored-rows.ts';
import { quoted } from '../sql/fragment.ts';
import { indexCondition } from './index-condition.ts';
import { alikeIndex, uniqueSets } from './unique-sets.ts';

export interface DesiredColumn {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
}

/** An index by name, and what stands after `on table` in its definition. */
export interface DesiredIndex {
  readonly name: string;
  readonly unique: boolean;
  readonly definition: string;
}

export interface DesiredTable {
  readonly name: string;
  readonly columns: readonly DesiredColumn[];
  readonly key: readonly string[];
  readonly indexes: readonly DesiredIndex[];
}

/** Every table that the declarations ask for. */
export function desiredTables(registry: Registry): readonly DesiredTable[] {
  return [...registry.objects.values()]
    .filter(({ declaration }) => declaration.unites === undefined)
    .flatMap(desiredTablesOf);
}

/** The tables that an object asks for: its own, those of its many-to-many fields and those of what it carries. */
export function desiredTablesOf(object: ObjectModel): readonly DesiredTable[] {
  return [objectTable(object), ...linkTables(object), ...carriedTables(object)];
}

const stamps: readonly DesiredColumn[] = [
  ['id', 'uuid', true],
  ['version', 'integer', true],
  ['createdAt', 'timestamptz(3)', true],
  ['createdBy', 'uuid', false],
  ['updatedAt', 'timestamptz(3)', true],
  ['updatedBy', 'uuid', false],
  ['deletedAt', 'timestamptz(3)', false],
  ['deletedWith', 'uuid', false],
].map(([name, type, notNull]) => ({ name, type, notNull }) as DesiredColumn);

function objectTable(object: ObjectModel): DesiredTable {
  const own = [...object.fields].flatMap(([name, field]) =>
    columnsOf(name, field).map((column) => ({ ...column, notNull: false })),
  );
  const search = searchColumns(object).map((name) => ({ name, type: 'tsvector', notNull: false }));
  return {
    name: object.name,
    columns: [...stamps, ...own, ...search],
    key: ['id'],
    indexes: indexesOf(object),
  };
}

function indexesOf(object: ObjectModel): readonly DesiredIndex[] {
  const live = amongLive(object);
  const plain = [...object.fields].filter(
    ([, field]) => field.indexed === true && field.unique !== true && field.type !== 'manyToMany',
  );
  const nameField = object.fields.get(object.declaration.nameField);
  const stored = nameField !== undefined && columnsOf(object.declaration.nameField, nameField).length > 0;
  return [
    ...plain.map(([name, field]) => ({
      name: `${object.name}_${name}`.slice(0, 63),
      unique: false,
      definition: `(${quoted(comparedColumn(name, field))}) ${live}`,
    })),
    ...object.declaration.indexes
      .filter((parts) => !followsReference(parts))
      .map((parts) => ({
        name: `${object.name}_${parts.map((part) => part.replace('-', 'desc_')).join('_')}`.slice(0, 63),
        unique: false,
        definition: `(${parts.map((part) => (part.startsWith('-') ? `${quoted(part.slice(1))} desc nulls last` : quoted(part))).join(', ')}, id desc) ${live}`,
      })),
    ...uniqueSets(object).map(({ index, fields, rule }) => ({
      name: index,
      unique: true,
      definition: `(${fields.map((name) => quoted(comparedColumn(name, object.fields.get(name)))).join(', ')}) ${amongLive(object, rule?.among)}`,
    })),
    ...comparedFields(object).map((name) => ({
      name: `${object.name}_${name}`.slice(0, 63 - alikeIndex.length) + alikeIndex,
      unique: false,
      definition: `using hash (lower(${quoted(name)})) ${live}`,
    })),
    ...fileFields(object).map((name) => ({
      name: `${object.name}_${name}_held`.slice(0, 63),
      unique: false,
      definition: `using gin (${quoted(name)} jsonb_path_ops)`,
    })),
    ...(stored
      ? [
          {
            name: `${object.name}_by_name`,
            unique: false,
            definition: `(${quoted(object.declaration.nameField)} collate ${sortCollation}, id desc) ${live}`,
          },
        ]
      : []),
    {
      name: `${object.name}_newest`,
      unique: false,
      definition: `("createdAt" desc nulls last, id desc) ${live}`,
    },
    {
      name: `${object.name}_bin`,
      unique: false,
      definition: '("deletedWith") where ("deletedWith" is not null)',
    },
    ...(isSearched(object)
      ? [{ name: `${object.name}_search`, unique: false, definition: 'using gin (search)' }]
      : []),
  ];
}

/** Fields by which a company has duplicates found, and that search does not find them by. */
function comparedFields({ fields, duplicates, declaration }: ObjectModel): readonly string[] {
  const own = duplicates.filter(({ field }) => !declaration.duplicates.some((one) => one.field === field));
  const text = (name: string) => {
    const field = fields.get(name);
    return (
      field !== undefined &&
      field.sealed !== true &&
      field.search === undefined &&
      columnsOf(name, field).some(({ name: column, type }) => column === name && type === 'text')
    );
  };
  return [...new Set(own.map(({ field }) => field))].filter(text);
}

/** The records that an index is about: the live ones, or those among them for which a condition holds. */
function amongLive(object: ObjectModel, condition?: Expression): string {
  const live = '"deletedAt" is null';
  return `where (${condition === undefined ? live : `${live} and ${indexCondition(object, condition)}`})`;
}

function linkTables(object: ObjectModel): readonly DesiredTable[] {
  return [...object.fields]
    .filter(([, field]) => field.type === 'manyToMany')
    .map(([name]) => ({
      name: linkTable(object.name, name),
      columns: [
        { name: 'source', type: 'uuid', notNull: true },
        { name: 'target', type: 'uuid', notNull: true },
      ],
      key: ['source', 'target'],
      indexes: [
        { name: `${object.name}_${name}_target`.slice(0, 63), unique: false, definition: '(target)' },
      ],
    }));
}

/**
 * For each thing that an object carries a table of its live records whose reference leads to a live record, with what
 * that one has. It lies beside the records, so that a change of the other rewrites none of them.
 */
function carriedTables(object: ObjectModel): readonly DesiredTable[] {
  return carriedTablesOf(object).map((name) => ({
    name,
    columns: [
      { name: 'record', type: 'uuid', notNull: true },
      { name: 'value', type: 'uuid', notNull: false },
      { name: 'createdAt', type: 'timestamptz(3)', notNull: true },
    ],
    key: ['record'],
    indexes: [
      {
        ...{ name: `${name}_newest`, unique: false },
        // In the order in which an index of the records' own has their newest: the two are merged.
        definition: '(value, "createdAt" desc nulls last, record desc)',
      },
    ],
  }));
}
