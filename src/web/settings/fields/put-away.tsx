import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { Section } from '../section.tsx';
import settings from '../settings.module.css';
import type { Definition } from './definition.ts';
import classes from './fields.module.css';
import { labelOf } from './label-of.ts';
import { useConsequences, useDefinitions, useFate } from './use-definitions.ts';

interface PutAwayProps {
  readonly object: ObjectMeta;
  readonly defining: ObjectMeta;
}

/** Fields that were put away: hidden everywhere, with their values, until they come back or go for good. */
export function PutAway({ object, defining }: PutAwayProps) {
  const { t } = useTranslation();
  const { data: definitions = [] } = useDefinitions(defining.name, object.name, true);
  const fate = useFate(defining.name);
  const locale = useLocale();
  const [leaving, setLeaving] = useState<Definition>();
  if (definitions.length === 0) return null;
  return (
    <Section title={t('settings.fields.away')} text={t('settings.fields.awayText')} flush>
      <div className={settings.scroll}>
        <table className={settings.table}>
          <tbody>
            {definitions.map((definition) => (
              <tr key={definition.id}>
                <td>
                  {labelOf(definition, locale)}
                  <span className={classes.name}>{definition.name}</span>
                </td>
                <td>
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <Button
                      variant="default"
                      size="compact-xs"
                      onClick={() =>
                        fate.mutate({ id: definition.id, fate: 'back' }, { onError: toastProblem })
                      }
                    >
                      {t('settings.fields.bringBack')}
                    </Button>
                    <Button variant="subtle" size="compact-xs" onClick={() => setLeaving(definition)}>
                      {t('settings.fields.erase')}
                    </Button>
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leaving && (
        <EraseDialog definition={leaving} defining={defining} onClose={() => setLeaving(undefined)} />
      )}
    </Section>
  );
}

interface EraseDialogProps {
  readonly definition: Definition;
  readonly defining: ObjectMeta;
  onClose(): void;
}

/** The one thing that cannot be undone: says how much is lost and asks for the field's name. */
function EraseDialog({ definition, defining, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const { id, name } = definition;
  const label = labelOf(definition, useLocale());
  const { data } = useConsequences(id);
  const fate = useFate(defining.name);
  const [typed, setTyped] = useState('');
  const erase = () =>
    fate.mutate(
      { id, fate: 'gone' },
      {
        onSuccess: () => {
          onClose();
          toast(t('settings.fields.erased', { label }));
        },
        onError: toastProblem,
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('settings.fields.eraseTitle', { label })}>
      <Stack>
        <Text>{t('settings.fields.eraseText', { count: data?.filled ?? 0 })}</Text>
        <TextInput
          label={t('settings.fields.typeName', { name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button
            color="red"
            disabled={typed.trim() !== name || !data}
            loading={fate.isPending}
            onClick={erase}
          >
            {t('settings.fields.erase')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
