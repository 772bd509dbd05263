import { ActionIcon, Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { useFaults } from '../fields/use-definitions.ts';
import { Section } from '../section.tsx';
import settings from '../settings.module.css';
import classes from './likenesses.module.css';
import { SignDialog } from './sign-dialog.tsx';
import { type Sign, useSaySign, useSigns } from './use-likenesses.ts';

interface LikenessesProps {
  readonly object: ObjectMeta;
  readonly ruleObject: ObjectMeta;
}

/** By which fields records of an object are taken for one, and how far each convinces. */
export function Likenesses({ object, ruleObject }: LikenessesProps) {
  const { t } = useTranslation();
  const signs = useSigns(ruleObject.name, object.name);
  const [editing, setEditing] = useState<Sign | 'new'>();
  return (
    <Section
      title={t('settings.likenesses.title')}
      text={t('settings.likenesses.text', { plural: object.plural })}
      flush={signs.length > 0}
      aside={
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
          {t('settings.likenesses.add')}
        </Button>
      }
    >
      {signs.length === 0 ? (
        <Text c="dimmed">{t('settings.likenesses.none')}</Text>
      ) : (
        <div className={settings.scroll}>
          <table className={settings.table}>
            <tbody>
              {signs.map((sign) => (
                <SignRow
                  key={`${sign.field} ${sign.kind}`}
                  object={object}
                  ruleObject={ruleObject}
                  sign={sign}
                  onEdit={() => setEditing(sign)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && (
        <SignDialog
          object={object}
          ruleObject={ruleObject}
          sign={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  );
}

interface SignRowProps extends LikenessesProps {
  readonly sign: Sign;
  onEdit(): void;
}

function SignRow({ object, ruleObject, sign, onEdit }: SignRowProps) {
  const { t } = useTranslation();
  const { data: faults } = useFaults();
  const say = useSaySign(ruleObject.name, object.name);
  const { field, kind, weight, declared, own } = sign;
  const label = object.fields.find(({ name }) => name === field)?.label ?? field;
  const kinds = ruleObject.fields.find(({ name }) => name === 'kind')?.choices ?? [];
  const back = t(declared ? 'settings.likenesses.asItCame' : 'settings.likenesses.remove', { label });
  return (
    <tr>
      <td>
        <Anchor component="button" type="button" inherit onClick={onEdit}>
          {label}
        </Anchor>
        <span className={classes.kind}>{kinds.find(({ value }) => value === kind)?.label ?? kind}</span>
        {own && faults?.has(own.id) && (
          <span className={classes.fault}>{t('settings.rules.fault', { reason: faults.get(own.id) })}</span>
        )}
      </td>
      <td className={classes.weight}>
        {weight === 0 ? <Badge variant="default">{t('settings.likenesses.off')}</Badge> : `${weight}%`}
      </td>
      <td className={classes.origin}>{declared && !own && t('settings.fields.standard')}</td>
      <td>
        <Group justify="flex-end">
          {own && (
            <ActionIcon
              aria-label={back}
              title={back}
              onClick={() => say.mutate({ own }, { onError: toastProblem })}
            >
              {declared ? <IconArrowBackUp size={15} /> : <IconTrash size={15} />}
            </ActionIcon>
          )}
        </Group>
      </td>
    </tr>
  );
}
