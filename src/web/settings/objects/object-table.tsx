import { ActionIcon, Anchor, Group } from '@mantine/core';
import { IconArchive, IconForms, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { labelOf } from '../own/label-of.ts';
import own from '../own/own.module.css';
import { PutAwayDialog } from '../own/put-away-dialog.tsx';
import settings from '../settings.module.css';
import classes from './objects.module.css';
import type { OwnObject } from './own-object.ts';
import { useOwnObjects } from './use-own-objects.ts';

interface ObjectTableProps {
  readonly defining: ObjectMeta;
  onEdit(definition: OwnObject): void;
}

/** What the company has added, each with the way to its records and its fields. */
export function ObjectTable({ defining, onEdit }: ObjectTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { data: definitions } = useOwnObjects(defining.name, false);
  const [leaving, setLeaving] = useState<OwnObject>();
  if (definitions === undefined) return null;
  if (definitions.length === 0) return <p className={classes.empty}>{t('settings.objects.empty')}</p>;
  const access = defining.fields.find(({ name }) => name === 'access')?.choices ?? [];
  return (
    <div className={settings.scroll}>
      <table className={settings.table}>
        <thead>
          <tr>
            <th>{t('settings.objects.object')}</th>
            <th className={own.roomy}>{t('settings.objects.access')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {definitions.map((definition) => {
            const label = labelOf(definition, locale);
            return (
              <tr key={definition.id}>
                <td>
                  <span className={classes.object}>
                    <ObjectIcon name={definition.icon ?? undefined} />
                    <span>
                      <Anchor
                        inherit
                        renderRoot={(props) => (
                          <Link {...props} to="/$object" params={{ object: definition.name }} />
                        )}
                      >
                        {label}
                      </Anchor>
                      <span className={own.name}>{definition.name}</span>
                    </span>
                  </span>
                </td>
                <td className={own.roomy}>
                  {access.find(({ value }) => value === definition.access)?.label}
                </td>
                <td>
                  <Group gap={2} justify="flex-end" wrap="nowrap">
                    <ActionIcon
                      aria-label={t('settings.objects.fields', { label })}
                      title={t('settings.objects.fields', { label })}
                      renderRoot={(props) => (
                        <Link
                          {...props}
                          to="/settings"
                          search={{ part: 'fields', object: definition.name }}
                        />
                      )}
                    >
                      <IconForms size={15} />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('settings.objects.edit', { label })}
                      onClick={() => onEdit(definition)}
                    >
                      <IconPencil size={14} />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('settings.own.putAway', { label })}
                      onClick={() => setLeaving(definition)}
                    >
                      <IconArchive size={15} />
                    </ActionIcon>
                  </Group>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {leaving && (
        <PutAwayDialog
          kind="objects"
          definition={leaving}
          defining={defining.name}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </div>
  );
}
