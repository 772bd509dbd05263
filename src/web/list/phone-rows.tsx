import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import type { Column } from '#web/views/columns.ts';
import { colorsOf } from './colors/colors-of.ts';
import classes from './phone-rows.module.css';
import { GroupButton } from './table/group-button.tsx';
import type { GroupedRows } from './table/use-grouped-rows.ts';

/** A bare figure says nothing without the head of its column. */
const counts = new Set(['integer', 'decimal', 'percent']);

interface PhoneRowsProps {
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly records: readonly RecordJson[];
  readonly grouped: GroupedRows;
  readonly rules: readonly ColorRule[];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  onMore(): void;
}

/** The list on a phone: a name and what matters most below it; a tap opens the record. */
export function PhoneRows(props: PhoneRowsProps) {
  const { object, columns, records, grouped, rules, hasMore, loadingMore, onMore } = props;
  const { t } = useTranslation();
  const lines = grouped.items(records, hasMore);
  return (
    <div className={classes.scroller} data-scroll-restoration-id={`phone.${object.name}`}>
      <ul className={classes.list}>
        {lines.map((line) =>
          line.kind === 'record' ? (
            <PhoneRow
              key={line.record.id}
              object={object}
              columns={columns}
              record={line.record}
              rules={rules}
            />
          ) : (
            grouped.grouping && (
              <li key={`group ${line.group.key}`} className={classes.group}>
                <GroupButton
                  group={line.group}
                  grouping={grouped.grouping}
                  closed={line.closed}
                  onToggle={grouped.toggle}
                />
              </li>
            )
          ),
        )}
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

interface PhoneRowProps {
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly record: RecordJson;
  readonly rules: readonly ColorRule[];
}

function PhoneRow({ object, columns, record, rules }: PhoneRowProps) {
  const { t } = useTranslation();
  const colors = colorsOf(record, rules);
  return (
    <li className={classes.item} data-tint={colors.row}>
      <Link to="/$object/$id" params={{ object: object.name, id: record.id }} className={classes.name}>
        {String(valueAt(record, object.nameField) ?? t('list.unnamed'))}
      </Link>
      <div className={classes.facts}>
        {columns
          .slice(1)
          .filter(({ valuePath }) => !isEmpty(valueAt(record, valuePath)))
          .slice(0, 4)
          .map(({ path, valuePath, field, label }) => (
            <span key={path} className={classes.fact} data-tint={colors.cells[path]}>
              {counts.has(field.result ?? field.type) && <span className={classes.label}>{label} </span>}
              <FieldDisplay field={field} value={valueAt(record, valuePath)} record={record} dense />
            </span>
          ))}
      </div>
    </li>
  );
}
