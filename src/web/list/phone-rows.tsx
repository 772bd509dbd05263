import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { valueAt } from '#web/fields/path.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './phone-rows.module.css';

/** A bare figure says nothing without the head of its column. */
const counts = new Set(['integer', 'decimal', 'percent']);

interface PhoneRowsProps {
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly records: readonly RecordJson[];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  onMore(): void;
}

/** The list on a phone: a name and what matters most below it; a tap opens the record. */
export function PhoneRows({ object, columns, records, hasMore, loadingMore, onMore }: PhoneRowsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroller} data-scroll-restoration-id={`phone.${object.name}`}>
      <ul className={classes.list}>
        {records.map((record) => (
          <li key={record.id} className={classes.item}>
            <Link to="/$object/$id" params={{ object: object.name, id: record.id }} className={classes.name}>
              {String(valueAt(record, object.nameField) ?? t('list.unnamed'))}
            </Link>
            <div className={classes.facts}>
              {columns
                .slice(1)
                .filter(({ valuePath }) => !isEmpty(valueAt(record, valuePath)))
                .slice(0, 4)
                .map(({ path, valuePath, field, label }) => (
                  <span key={path} className={classes.fact}>
                    {counts.has(field.result ?? field.type) && (
                      <span className={classes.label}>{label} </span>
                    )}
                    <FieldDisplay field={field} value={valueAt(record, valuePath)} record={record} dense />
                  </span>
                ))}
            </div>
          </li>
        ))}
      </ul>
      {hasMore && (
        <div className={classes.more}>
          <Button variant="default" fullWidth loading={loadingMore} onClick={onMore}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
