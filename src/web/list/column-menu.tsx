import { ActionIcon, Button, Checkbox, Popover, ScrollArea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { possibleColumns } from '#web/views/columns.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import classes from './column-menu.module.css';

/** Which columns are shown, in which order; the record's name always comes first. */
export function ColumnMenu({ object, state }: { object: ObjectMeta; state: ViewState }) {
  const { t } = useTranslation();
  const meta = useMeta();
  const shown = state.columns.slice(1);
  const paths = state.columns.map(({ path }) => path);
  const others = possibleColumns(meta, object).filter(({ path }) => !paths.includes(path));
  const move = (index: number, step: number) => {
    const next = [...paths];
    const [moved] = next.splice(index + 1, 1);
    if (moved) state.setColumns(next.toSpliced(index + 1 + step, 0, moved));
  };
  return (
    <Popover position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <ActionIcon data-hint={t('list.columns')} variant="default" size={30} aria-label={t('list.columns')}>
          <IconColumns3 size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <ScrollArea.Autosize mah="60vh" type="auto">
          <ul className={classes.list} aria-label={t('list.columns')}>
            {shown.map(({ path, label }, index) => (
              <li key={path} className={classes.line}>
                <Checkbox
                  className={classes.box}
                  label={label}
                  checked
                  onChange={() => state.setColumns(paths.filter((each) => each !== path))}
                />
                <ActionIcon
                  size={24}
                  disabled={index === 0}
                  aria-label={t('list.moveUp', { label })}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={13} />
                </ActionIcon>
                <ActionIcon
                  size={24}
                  disabled={index === shown.length - 1}
                  aria-label={t('list.moveDown', { label })}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown size={13} />
                </ActionIcon>
              </li>
            ))}
            {others.map(({ path, label }) => (
              <li key={path} className={classes.line}>
                <Checkbox
                  className={classes.box}
                  label={label}
                  checked={false}
                  onChange={() => state.setColumns([...paths, path])}
                />
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
        <div className={classes.foot}>
          <Button variant="subtle" size="compact-xs" onClick={() => state.setColumns(undefined)}>
            {t('list.resetColumns')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
