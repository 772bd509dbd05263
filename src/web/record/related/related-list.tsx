import { Anchor, Button, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import { ruleReads } from '#web/fields/use-states.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { lazyView } from '#web/kit/lazy-view.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { selectOf } from '#web/views/columns.ts';
import { useRecordScope } from '../record-scope.ts';
import { relatedColumns } from './columns.ts';
import { linkValue, linkWhere } from './link-value.ts';
import classes from './related-list.module.css';
import { RelatedTable } from './related-table.tsx';

const QuickAddDialog = lazyPart(() => import('./quick-add-dialog.tsx'), 'QuickAddDialog');

const QuickAdd = lazyView(() => withTexts(import('#web/list/quick-add.tsx'), 'views'), 'QuickAdd');

/** Rows shown before "see all". */
const ROWS = 6;

interface RelatedListProps {
  readonly object: ObjectMeta;
  /** The field of those records that points here, or of the records by way of which they do. */
  readonly link: FieldMeta;
  /** The path to that field. */
  readonly path: string;
  readonly label: string;
  readonly id: string;
}

/** Records of one object that point here: how many, the first of them, a way to add and to see all. */
export function RelatedList({ object, link, path, label, id }: RelatedListProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const scope = useRecordScope();
  const [adding, setAdding] = useState(false);
  const columns = relatedColumns(meta, object, path);
  const where = linkWhere(link, id, path);
  const { data, isPending } = useRecords(object.name, {
    where,
    select: selectOf(columns, ruleReads(object)),
    sort: object.sort,
    limit: ROWS,
    count: true,
  });
  const page = data?.pages[0];
  const count = page?.count ?? page?.records.length ?? 0;

  return (
    <section className={classes.card} aria-label={label}>
      <header className={classes.head}>
        <ObjectIcon name={object.icon} size={16} />
        <h3>{label}</h3>
        <Text component="span" c="dimmed" size="xs">
          {isPending ? '' : count}
        </Text>
        <span className={classes.space} />
        {object.can.create && path === link.name && !link.readOnly && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconPlus size={13} />}
            onClick={() => setAdding(true)}
          >
            {t('record.addRelated')}
          </Button>
        )}
      </header>
      {isPending && <Skeleton height={28} m="sm" />}
      {page && page.records.length > 0 && (
        <RelatedTable object={object} columns={columns} records={page.records} />
      )}
      {object.can.create && path === link.name && !link.readOnly && page && (
        <Suspense fallback={null}>
          <QuickAdd object={object} values={{ [link.name]: linkValue(link, scope.object.name, id) }} />
        </Suspense>
      )}
      {count > ROWS && (
        <Anchor
          size="xs"
          className={classes.all}
          renderRoot={(props) => (
            <Link {...props} to="/$object" params={{ object: object.name }} search={{ where }} />
          )}
        >
          {t('record.seeAll', { count })}
        </Anchor>
      )}
      {adding && <QuickAddDialog object={object} link={link} id={id} onClose={() => setAdding(false)} />}
    </section>
  );
}
