import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionMeta } from '#kernel/meta.ts';
import { MenuButton } from '#web/kit/menu-button.tsx';
import { useRecordScope } from '../record-scope.ts';
import { ActionDialog } from './action-dialog.ts';
import { ActionMenuItem, PlainActionButton } from './plain-action-button.tsx';
import { useOfferedActions } from './use-offered-actions.ts';

interface ActionButtonsProps {
  /** Entries that every record has, at the end of the menu. */
  readonly menu: ReactNode;
}

/** The one thing people come to this record to do, one or two more, and the rest in a menu. */
export function ActionButtons({ menu }: ActionButtonsProps) {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const [asking, setAsking] = useState<ActionMeta>();
  const offered = useOfferedActions(object.name, record);
  const primary = offered.find((action) => action.primary);
  const others = offered.filter((action) => action !== primary);

  return (
    <>
      {others.slice(0, 2).map((action) => (
        <span key={action.name} data-secondary>
          <PlainActionButton action={action} record={record} onAsk={setAsking} variant="default" />
        </span>
      ))}
      {primary && (
        <PlainActionButton action={primary} record={record} onAsk={setAsking} color="seal" data-primary />
      )}
      <MenuButton
        label={t('record.more')}
        icon={<IconDots size={16} />}
        variant="default"
        size={30}
        data-more
      >
        {() => (
          <>
            {others.map((action) => (
              <ActionMenuItem key={action.name} action={action} record={record} onAsk={setAsking} />
            ))}
            {others.length > 0 && <Menu.Divider />}
            {menu}
          </>
        )}
      </MenuButton>
      {asking && <ActionDialog action={asking} record={record} onClose={() => setAsking(undefined)} />}
    </>
  );
}
