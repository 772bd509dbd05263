import { Menu } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconArrowsHorizontal,
  IconArrowsMinimize,
  IconCheck,
  IconChevronDown,
  IconEyeOff,
  IconLayoutRows,
  IconPin,
  IconPinnedOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '#web/kit/menu-button.tsx';
import type { Column } from '#web/views/columns.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import { groupPaths } from './grouping.ts';
import { measuresOf } from './measures.ts';
import classes from './table.module.css';
import { fittingWidth } from './width-handle.tsx';

interface ColumnMenuButtonProps {
  readonly column: Column;
  readonly index: number;
  readonly width: number;
  readonly state: ViewState;
}

/** What can be done with a column: grouping by it, what stands at its foot, freezing, width, hiding. */
export function ColumnMenuButton({ column, index, width: given, state }: ColumnMenuButtonProps) {
  const { t } = useTranslation();
  const { search, columns } = state;
  const frozen = search.frozen ?? 1;
  const groups = groupPaths(column);
  const measures = measuresOf(column);
  const total = search.totals?.[column.path];
  const setTotal = (measure: string | undefined) => {
    const { [column.path]: _, ...others } = search.totals ?? {};
    const totals = measure ? { ...others, [column.path]: measure } : others;
    state.change({ totals: Object.keys(totals).length > 0 ? totals : undefined });
  };
  const widen = (by: number) => {
    const width = fittingWidth((search.widths?.[column.path] ?? given) + by);
    state.change({ widths: { ...search.widths, [column.path]: width } });
  };
  const resetWidth = () => {
    const { [column.path]: _, ...others } = search.widths ?? {};
    state.change({ widths: Object.keys(others).length > 0 ? others : undefined });
  };
  return (
    <MenuButton
      label={t('list.columnMenu', { label: column.label })}
      icon={<IconChevronDown size={13} />}
      className={classes.columnMenu}
      size={24}
      menuWidth={220}
      position="bottom-end"
    >
      {() => (
        <>
          {groups.map((path) => {
            const on = search.group === path;
            const part = path.slice(column.valuePath.length + 1);
            return (
              <Menu.Item
                key={path}
                leftSection={<IconLayoutRows size={15} />}
                onClick={() => state.change({ group: on ? undefined : path })}
              >
                {on ? t('list.ungroup') : part ? t(`list.groupBy.${part}`) : t('list.groupBy.value')}
              </Menu.Item>
            );
          })}
          <Menu.Item
            leftSection={
              frozen === index + 1 && index > 0 ? <IconPinnedOff size={15} /> : <IconPin size={15} />
            }
            onClick={() =>
              state.change({ frozen: frozen === index + 1 || index === 0 ? undefined : index + 1 })
            }
          >
            {t(frozen === index + 1 && index > 0 ? 'list.unfreeze' : 'list.freeze')}
          </Menu.Item>
          <Menu.Item
            closeMenuOnClick={false}
            leftSection={<IconArrowsHorizontal size={15} />}
            onClick={() => widen(24)}
          >
            {t('list.wider')}
          </Menu.Item>
          <Menu.Item
            closeMenuOnClick={false}
            leftSection={<IconArrowsMinimize size={15} />}
            onClick={() => widen(-24)}
          >
            {t('list.narrower')}
          </Menu.Item>
          {search.widths?.[column.path] !== undefined && (
            <Menu.Item leftSection={<IconArrowAutofitWidth size={15} />} onClick={resetWidth}>
              {t('list.resetWidth')}
            </Menu.Item>
          )}
          {index > 0 && (
            <Menu.Item
              leftSection={<IconEyeOff size={15} />}
              onClick={() =>
                state.setColumns(columns.map(({ path }) => path).filter((path) => path !== column.path))
              }
            >
              {t('list.hideColumn')}
            </Menu.Item>
          )}
          {index > 0 && measures.length > 0 && (
            <>
              <Menu.Label>{t('list.total')}</Menu.Label>
              {measures.map((measure) => (
                <Menu.CheckboxItem
                  key={measure}
                  checked={total === measure}
                  checkIcon={<IconCheck size={15} />}
                  onChange={() => setTotal(total === measure ? undefined : measure)}
                >
                  {t(`total.${measure}`)}
                </Menu.CheckboxItem>
              ))}
            </>
          )}
        </>
      )}
    </MenuButton>
  );
}
