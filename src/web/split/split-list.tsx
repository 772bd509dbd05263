import { Skeleton, UnstyledButton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import type { Column } from '#web/views/columns.ts';
import classes from './split.module.css';

interface SplitListProps {
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly records: readonly RecordJson[];
  /** The record that is shown beside. */
  readonly open: string | undefined;
  readonly hasMore: boolean;
  readonly loading: boolean;
  onMore(): void;
  onOpen(id: string): void;
}

/** What is a link elsewhere: an entry opens one thing alone. */
const linked = new Set(['reference', 'user', 'email', 'phone', 'url']);

/** How tall an entry is, in pixels. */
const height = 62;

/** The list beside a record: a name and what matters most below it. The arrow keys go from one to the next. */
export function SplitList(props: SplitListProps) {
  const { object, columns, records, open, hasMore, loading, onMore, onOpen } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: records.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loading && last >= records.length - 20) onMore();
  }, [hasMore, loading, last, records.length, onMore]);
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = records[records.findIndex(({ id }) => id === open) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onOpen(next.id);
    rows.scrollToIndex(records.indexOf(next), { align: 'auto' });
  };
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-print="hidden"
      role="listbox"
      tabIndex={0}
      aria-label={object.plural}
      aria-activedescendant={open && `entry-${open}`}
      onKeyDown={press}
    >
      <div className={classes.entries} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const record = records[index];
          const place = { transform: `translateY(${start}px)`, height };
          if (!record) return <Skeleton key="more" className={classes.entry} style={place} height={height} />;
          const facts = columns.slice(1).filter(({ valuePath }) => !isEmpty(valueAt(record, valuePath)));
          return (
            <UnstyledButton
              key={record.id}
              id={`entry-${record.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={record.id === open}
              className={classes.entry}
              style={place}
              onClick={() => onOpen(record.id)}
            >
              <span className={classes.name}>
                {String(valueAt(record, object.nameField) ?? t('list.unnamed'))}
              </span>
              <span className={classes.facts}>
                {facts.slice(0, 3).map(({ path, valuePath, field }) => (
                  <span key={path} className={classes.fact}>
                    {linked.has(field.type) ? (
                      String(valueAt(record, path))
                    ) : (
                      <FieldDisplay field={field} value={valueAt(record, valuePath)} record={record} dense />
                    )}
                  </span>
                ))}
              </span>
            </UnstyledButton>
          );
        })}
      </div>
    </div>
  );
}
