import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import type { Grouping, TableGroup } from './grouping.ts';
import classes from './table.module.css';

interface GroupButtonProps {
  readonly group: TableGroup;
  readonly grouping: Grouping;
  readonly closed: boolean;
  onToggle(key: string): void;
}

/** The value of a group and how many are in it; opens and closes the group. */
export function GroupButton({ group, grouping, closed, onToggle }: GroupButtonProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { key, value, name, count } = group;
  const { column, part } = grouping;
  const Chevron = closed ? IconChevronRight : IconChevronDown;
  return (
    <UnstyledButton className={classes.groupButton} aria-expanded={!closed} onClick={() => onToggle(key)}>
      <Chevron size={14} aria-hidden />
      <span className={classes.headLabel}>{column.label}</span>
      <span className={classes.content}>
        {value === null
          ? t('list.groupEmpty')
          : part
            ? String(value)
            : (name ?? <FieldDisplay field={column.field} value={value} dense />)}
      </span>
      <span className={classes.groupCount}>{numberFormat(locale).format(count)}</span>
    </UnstyledButton>
  );
}
