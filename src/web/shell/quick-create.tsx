import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { MenuButton } from '#web/kit/menu-button.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';

/** Creates a record of any kind from any page. */
export function QuickCreate() {
  const { t } = useTranslation();
  const { navigation, objects } = useMeta();
  const groups = navigation
    .map(({ module, label, objects: names }) => ({
      module,
      label,
      offered: names.flatMap(
        (name) => objects.find((object) => object.name === name && object.can.create) ?? [],
      ),
    }))
    .filter(({ offered }) => offered.length > 0);
  if (groups.length === 0) return null;
  return (
    <MenuButton
      label={t('shell.create')}
      icon={<IconPlus size={17} />}
      variant="default"
      size={32}
      menuWidth={220}
    >
      {() =>
        groups.map(({ module, label, offered }) => (
          <Fragment key={module}>
            <Menu.Label>{label}</Menu.Label>
            {offered.map((object) => (
              <Menu.Item
                key={object.name}
                leftSection={<ObjectIcon name={object.icon} size={16} />}
                onClick={() => openRecordForm({ object: object.name })}
              >
                {object.label}
              </Menu.Item>
            ))}
          </Fragment>
        ))
      }
    </MenuButton>
  );
}
