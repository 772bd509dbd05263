import type { ReactNode } from 'react';
import classes from './settings.module.css';

interface SettingsTableProps {
  /** What stands above each column; null above one of buttons. */
  readonly columns: readonly (string | null)[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A table in a part of the settings, moved sideways where it is wider than its place. */
export function SettingsTable({ columns, children }: SettingsTableProps) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) =>
              column === null ? <td key="buttons" /> : <th key={column}>{column}</th>,
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
