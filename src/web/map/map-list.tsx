import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import type { useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { GalleryCard } from '#web/gallery/gallery-card.tsx';
import type { Column } from '#web/views/columns.ts';
import classes from './map.module.css';

interface MapListProps {
  readonly object: ObjectMeta;
  readonly columns: readonly Column[];
  readonly rules: readonly ColorRule[];
  readonly list: ReturnType<typeof useRecords>;
  readonly records: readonly RecordJson[];
  readonly inside: number | undefined;
  readonly picked: boolean;
  onUnpick(): void;
}

/** The records that are in sight, as cards: what a map shows, for those who cannot see it too. */
export function MapList({ object, columns, rules, list, records, inside, picked, onUnpick }: MapListProps) {
  const { t } = useTranslation();
  const { locale } = useFormatting();
  const amount = inside === undefined ? '' : new Intl.NumberFormat(locale).format(inside);
  return (
    <section className={classes.list} aria-label={object.plural}>
      <div className={classes.head}>
        <h2 className={classes.amount} aria-live="polite">
          {inside !== undefined && t(picked ? 'map.picked' : 'map.inside', { count: inside, amount })}
        </h2>
        {picked && (
          <Button variant="subtle" size="compact-xs" onClick={onUnpick}>
            {t('map.unpick')}
          </Button>
        )}
      </div>
      {list.isPending ? (
        <Skeleton height={110} radius="md" />
      ) : records.length === 0 ? (
        <p className={classes.nothing}>{t('map.nothing')}</p>
      ) : (
        <ul className={classes.cards}>
          {records.map((record) => (
            <GalleryCard key={record.id} object={object} record={record} columns={columns} rules={rules} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </section>
  );
}
