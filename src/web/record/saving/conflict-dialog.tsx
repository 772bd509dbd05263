import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';
import { Modal } from '#web/kit/modal.tsx';
import classes from './conflict-dialog.module.css';
import { RivalChoice, type Side } from './rival-choice.tsx';
import type { Conflict } from './use-save.ts';

interface ConflictDialogProps {
  readonly object: ObjectMeta;
  readonly conflict: Conflict;
  /** The values to be saved after all: mine where mine was chosen. */
  onResolve(values: Values): void;
}

/** Two people changed the same field: both values side by side, one to be kept. Nothing is lost silently. */
export function ConflictDialog({ object, conflict, onResolve }: ConflictDialogProps) {
  const { t } = useTranslation();
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const fields = new Map<string, FieldMeta>(object.fields.map((field) => [field.name, field]));
  const rivals = new Set(conflict.rivals.map((rival) => rival.field));
  const finish = () =>
    onResolve(
      Object.fromEntries(
        Object.entries(conflict.values).filter(([name]) => !rivals.has(name) || sides[name] !== 'theirs'),
      ),
    );
  const all = (side: Side) => setSides(Object.fromEntries(conflict.rivals.map(({ field }) => [field, side])));

  return (
    <Modal opened onClose={() => onResolve({})} title={t('record.conflict.title')} size="lg">
      <Stack gap="md">
        <Text c="dimmed">{t('record.conflict.text')}</Text>
        {conflict.rivals.map((rival) => {
          const field = fields.get(rival.field);
          return (
            field && (
              <RivalChoice
                key={rival.field}
                field={field}
                rival={rival}
                side={sides[rival.field] ?? 'mine'}
                onChoose={(side) => setSides({ ...sides, [rival.field]: side })}
              />
            )
          );
        })}
        <Group justify="space-between" className={classes.foot}>
          {conflict.rivals.length > 1 ? (
            <Group gap="xs">
              <Button variant="subtle" color="gray" onClick={() => all('mine')}>
                {t('record.conflict.allMine')}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => all('theirs')}>
                {t('record.conflict.allTheirs')}
              </Button>
            </Group>
          ) : (
            <span />
          )}
          <Button color="seal" onClick={finish}>
            {t('record.conflict.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
