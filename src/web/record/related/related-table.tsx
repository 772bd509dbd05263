import { Anchor } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { RecordJson } from '#web/api/record.ts';
import { fieldView } from '#web/fields/registry.ts';
import type { Column } from '#web/views/columns.ts';
import { RelatedCell } from './related-cell.tsx';
import classes from './related-table.module.css';
import { RowBin } from './row-bin.tsx';

interface RelatedTableProps {
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly records: readonly RecordJson[];
}

/** A small table whose rows lead to their records, and whose values are changed where they stand. */
export function RelatedTable({ object, columns, records }: RelatedTableProps) {
  const navigate = useNavigate();
  const open = (id: string) => navigate({ to: '/$object/$id', params: { object: object.name, id } });
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(({ path, label, field }) => (
              <th key={path} data-align={fieldView(field).align}>
                {label}
              </th>
            ))}
            {object.can.delete && <td className={classes.bin} />}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id} onClick={() => open(record.id)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <td key={column.path}>
                    <NameLink
                      object={object.name}
                      id={record.id}
                      name={String(valueAt(record, column.valuePath) ?? '—')}
                    />
                  </td>
                ) : (
                  <RelatedCell key={column.path} object={object} record={record} column={column} />
                ),
              )}
              {object.can.delete && <RowBin object={object} record={record} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NameLink({ object, id, name }: { object: string; id: string; name: string }) {
  return (
    <Anchor
      c="inherit"
      inherit
      fw={500}
      onClick={(event) => event.stopPropagation()}
      renderRoot={(props) => <Link {...props} to="/$object/$id" params={{ object, id }} />}
    >
      {name}
    </Anchor>
  );
}
