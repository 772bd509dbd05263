import { ActionIcon, Anchor, Badge, Group, Text } from '@mantine/core';
import { IconArchive, IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useUpdate } from '#web/api/mutations.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import settings from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import { PutAwayType } from './put-away-type.tsx';
import { type StoredType, typeLabel } from './use-types.ts';

interface TypeTableProps {
  readonly object: ObjectMeta;
  readonly kind: ObjectMeta;
  readonly types: readonly StoredType[];
  onEdit(type: StoredType): void;
}

/** The types of an object in the order in which they are offered. */
export function TypeTable({ object, kind, types, onEdit }: TypeTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [leaving, leave] = useState<StoredType>();
  const update = useUpdate(kind.name);
  const roles = kind.fields.find(({ name }) => name === 'roles')?.choices ?? [];
  const roleLabel = (role: string) => roles.find(({ value }) => value === role)?.label ?? role;
  const fieldLabel = (name: string) => object.fields.find((field) => field.name === name)?.label ?? name;
  const move = async (from: number, to: number) => {
    const moved = types[from];
    if (!moved) return;
    try {
      for (const [position, one] of types.toSpliced(from, 1).toSpliced(to, 0, moved).entries())
        if (one.position !== position)
          await update.mutateAsync({ id: one.id, version: one.version, values: { position } });
    } catch (error) {
      toastProblem(error);
    }
  };
  if (types.length === 0)
    return <p className={settings.body}>{t('settings.types.none', { object: object.plural })}</p>;
  return (
    <SettingsTable
      columns={[t('settings.types.label'), t('settings.types.madeBy'), t('settings.types.limits'), null]}
    >
      {types.map((type, index) => {
        const label = typeLabel(type, locale);
        return (
          <tr key={type.id}>
            <td>
              <Group gap="xs" wrap="nowrap">
                <Anchor component="button" type="button" inherit onClick={() => onEdit(type)}>
                  <StatusBadge color={type.color ?? 'grey'}>{label}</StatusBadge>
                </Anchor>
                {type.standard && (
                  <Badge variant="default" miw="max-content">
                    {t('settings.types.standard')}
                  </Badge>
                )}
              </Group>
            </td>
            <td>{type.roles?.map(roleLabel).join('、') || t('settings.types.everybody')}</td>
            <td>
              <Text component="span" c="dimmed">
                {Object.keys(type.values ?? {})
                  .map(fieldLabel)
                  .join('、') || '–'}
              </Text>
            </td>
            <td>
              <Group gap={2} justify="flex-end" wrap="nowrap">
                <ActionIcon aria-label={t('settings.types.edit', { label })} onClick={() => onEdit(type)}>
                  <IconPencil size={14} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('list.moveUp', { label })}
                  disabled={index === 0 || update.isPending}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('list.moveDown', { label })}
                  disabled={index === types.length - 1 || update.isPending}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={14} />
                </ActionIcon>
                <ActionIcon aria-label={t('settings.types.putAway', { label })} onClick={() => leave(type)}>
                  <IconArchive size={15} />
                </ActionIcon>
              </Group>
            </td>
          </tr>
        );
      })}
      {leaving && (
        <PutAwayType
          object={object}
          kind={kind}
          type={leaving}
          only={types.length === 1}
          onClose={() => leave(undefined)}
        />
      )}
    </SettingsTable>
  );
}
