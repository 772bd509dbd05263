import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
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
  const [opened, setOpened] = useState(false);
  if (groups.length === 0) return null;
  return (
    <Menu width={220} opened={opened} onChange={setOpened}>
      <Tooltip label={t('shell.create')} disabled={opened}>
        <Menu.Target>
          <ActionIcon variant="default" size={32} aria-label={t('shell.create')}>
            <IconPlus size={17} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {groups.map(({ module, label, offered }) => (
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
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
