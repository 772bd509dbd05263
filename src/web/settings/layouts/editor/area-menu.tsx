import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LayoutArea } from '#kernel/run-time/page-layout.ts';
import { withoutArea, withTabAt } from '../draft.ts';
import { useEditing } from './editing.ts';

interface AreaMenuProps {
  readonly area: LayoutArea;
  readonly label: string;
  readonly place: number;
  readonly last: boolean;
}

/** Moves a tab among the others, or takes it away with what is in it. */
export function AreaMenu({ area, label, place, last }: AreaMenuProps) {
  const { t } = useTranslation();
  const { draft, change } = useEditing();
  const said = t('settings.layouts.moved', { label });
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('settings.layouts.more', { label })}>
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={place === 0} onClick={() => change(withTabAt(draft, area, place - 1), said)}>
          {t('settings.layouts.up')}
        </Menu.Item>
        <Menu.Item disabled={last} onClick={() => change(withTabAt(draft, area, place + 1), said)}>
          {t('settings.layouts.down')}
        </Menu.Item>
        <Menu.Item
          color="var(--mantine-color-error)"
          onClick={() => change(withoutArea(draft, area.name), t('settings.layouts.taken', { label }))}
        >
          {t('settings.layouts.takeOff')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
