import { valueAt } from '#kernel/value-at.ts';
import { useMeta } from '#web/api/queries.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { columnAt } from '#web/views/columns.ts';
import { useRecordScope } from '../record-scope.ts';
import classes from './highlights.module.css';

/** The few values that everybody wants to see first. */
export function Highlights() {
  const meta = useMeta();
  const narrow = useNarrow();
  const { object, record, changed, shows } = useRecordScope();
  const shown = object.page.highlights.filter(shows).flatMap((path) => {
    const column = columnAt(meta, object, path);
    return column ? [{ path: column.valuePath, label: column.label, field: column.field }] : [];
  });
  if (shown.length === 0) return null;
  return (
    // Where there is no room for all of them they are moved sideways, by keys too.
    <dl className={classes.strip} tabIndex={narrow ? 0 : undefined}>
      {shown.map(({ path, label, field }) => {
        const value = valueAt(record, path);
        return (
          <div key={path} className={classes.item} data-changed={changed.has(path) || undefined}>
            <dt className={classes.label}>{label}</dt>
            <dd className={classes.value}>
              {isEmpty(value) ? (
                <span>–</span>
              ) : (
                <FieldDisplay field={field} value={value} record={record} dense />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
