import { Button, Skeleton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { valueAt } from '#kernel/value-at.ts';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import { type Column, columnsFor, selectOf } from '#web/views/columns.ts';
import { readWhere } from '#web/views/filters/where.ts';
import { startingValues } from '#web/views/starting-values.ts';
import classes from './home.module.css';
import { Panel } from './panel.tsx';
import { isPersonal, type PersonalView } from './personal-views.ts';

/** How many facts stand beside a name. */
const most = 4;

/** The first records of a personal view, or of what concerns everybody when nothing is mine; what is late says so. */
export function PersonalPanel({ object, view, due, instead }: PersonalView) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns = columnsFor(useMeta(), object, view.columns);
  const list = useRecords(object.name, {
    where: view.where,
    select: selectOf(columns, due ? [due] : []),
    ...(view.sort && { sort: view.sort }),
    limit: 7,
    count: true,
  });
  const records = list.data?.pages[0]?.records ?? [];
  const count = list.data?.pages[0]?.count;
  // Only a list that leaves out what is done can tell what is late.
  const unfinished = readWhere(view.where).parts.some(
    (part) =>
      part.kind === 'field' && object.fields.find(({ name }) => name === part.path)?.type === 'choice',
  );
  const facts = columns
    .slice(1)
    .filter(({ valuePath }) => records.some((record) => !isEmpty(valueAt(record, valuePath))))
    .slice(0, most);
  if (count === 0 && instead) return <PersonalPanel object={object} view={instead} due={due} />;
  return (
    <Panel
      title={instead || isPersonal(view) ? view.label : `${object.plural} · ${view.label}`}
      count={count === undefined ? '' : numberFormat(locale).format(count)}
      to={{ object: object.name, view: view.name }}
    >
      {list.isPending && [0, 1, 2].map((each) => <Skeleton key={each} height={14} mx="md" my={14} />)}
      {list.data && records.length === 0 && (
        <p className={classes.nothing}>
          {t('home.nothing')}
          {object.can.create && (
            <Button
              variant="default"
              size="compact-xs"
              onClick={() =>
                openRecordForm({ object: object.name, values: startingValues(object, view.where) })
              }
            >
              {t('record.new', { label: object.label })}
            </Button>
          )}
        </p>
      )}
      <ul className={classes.rows} data-aligned style={{ '--facts': facts.length } as CSSProperties}>
        {records.map((record) => (
          <PersonalRow
            key={record.id}
            object={object.name}
            name={String(valueAt(record, object.nameField) ?? t('list.unnamed'))}
            record={record}
            columns={facts}
            due={unfinished ? due : undefined}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface PersonalRowProps {
  readonly object: string;
  readonly name: string;
  readonly record: RecordJson;
  readonly columns: readonly Column[];
  readonly due: string | undefined;
}

function PersonalRow({ object, name, record, columns, due }: PersonalRowProps) {
  const late = (path: string) => path === due && String(record[path]) < new Date().toISOString();
  return (
    <li className={classes.row}>
      <RecordAnchor object={object} id={record.id} className={classes.rowName}>
        {name}
      </RecordAnchor>
      {columns.map(({ path, valuePath, field, label }) => (
        <span
          key={path}
          className={classes.fact}
          title={label}
          data-align={fieldView(field).align}
          data-late={late(valuePath) || undefined}
        >
          <FieldDisplay field={field} value={valueAt(record, valuePath)} record={record} dense />
        </span>
      ))}
    </li>
  );
}
