import { Button, Popover, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '#kernel/condition-field.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { conditionFields } from './condition-field.ts';
import classes from './filters.module.css';
import { LazyFilterForm } from './lazy-filter-form.tsx';
import type { FieldCondition } from './where.ts';

interface FilterButtonProps {
  readonly object: ObjectMeta;
  onAdd(condition: FieldCondition): void;
  /** Opens the builder, for all that is more than one condition on one field. */
  onBuild(): void;
}

/** As many fields are offered at once. */
const most = 80;

/** Adds a condition: first the field, then what about it. */
export function FilterButton({ object, onAdd, onBuild }: FilterButtonProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [column, setColumn] = useState<ConditionField>();
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
            field={column}
            onApply={(condition) => {
              toggle(false);
              onAdd(condition);
            }}
          />
        ) : (
          <>
            <FieldMenu object={object} onPick={setColumn} />
            <div className={classes.foot}>
              <Button
                variant="subtle"
                fullWidth
                justify="flex-start"
                leftSection={<IconAdjustmentsHorizontal size={14} />}
                onClick={() => {
                  toggle(false);
                  onBuild();
                }}
              >
                {t('filter.more')}
              </Button>
            </div>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function FieldMenu({ object, onPick }: { object: ObjectMeta; onPick(column: ConditionField): void }) {
  const { t } = useTranslation();
  const meta = useMeta();
  const [text, setText] = useState('');
  const typed = text.trim().toLowerCase();
  const [own = [], ...through] = conditionFields(meta, object);
  const columns = [...own, ...(typed === '' ? [] : through.flat())]
    .filter(({ label }) => label.toLowerCase().includes(typed))
    .slice(0, most);
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
