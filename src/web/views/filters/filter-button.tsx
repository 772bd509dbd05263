import { Button, Popover, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { type Column, possibleColumns } from '../columns.ts';
import classes from './filters.module.css';
import { LazyFilterForm } from './lazy-filter-form.tsx';
import { testsOf } from './tests-of-field.ts';
import type { Filter } from './where.ts';

interface FilterButtonProps {
  readonly object: ObjectMeta;
  onAdd(filter: Filter): void;
}

/** Adds a condition: first the field, then what about it. */
export function FilterButton({ object, onAdd }: FilterButtonProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [column, setColumn] = useState<Column>();
  const toggle = (open: boolean) => {
    setOpened(open);
    setColumn(undefined);
  };
  return (
    <Popover opened={opened} onChange={toggle} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={14} />}
          onClick={() => toggle(!opened)}
          aria-haspopup="dialog"
          aria-expanded={opened}
        >
          {t('list.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={column ? 'md' : 0}>
        {column ? (
          <LazyFilterForm
            path={column.valuePath}
            label={column.label}
            field={column.field}
            onApply={(filter) => {
              toggle(false);
              onAdd(filter);
            }}
          />
        ) : (
          <FieldMenu object={object} onPick={setColumn} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function FieldMenu({ object, onPick }: { object: ObjectMeta; onPick(column: Column): void }) {
  const { t } = useTranslation();
  const meta = useMeta();
  const [text, setText] = useState('');
  const columns = possibleColumns(meta, object).filter(
    ({ field, label }) =>
      testsOf(field).length > 0 && label.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <>
      <TextInput
        data-autofocus
        className={classes.find}
        variant="unstyled"
        leftSection={<IconSearch size={14} />}
        placeholder={t('list.findField')}
        aria-label={t('list.findField')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && columns[0] && onPick(columns[0])}
      />
      <ScrollArea.Autosize mah={320} type="auto">
        <div className={classes.fields}>
          {columns.map((column) => (
            <UnstyledButton key={column.path} className={classes.fieldOption} onClick={() => onPick(column)}>
              {column.label}
            </UnstyledButton>
          ))}
          {columns.length === 0 && <p className={classes.nothing}>{t('field.nothingFound')}</p>}
        </div>
      </ScrollArea.Autosize>
    </>
  );
}
