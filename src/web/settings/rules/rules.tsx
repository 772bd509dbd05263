import { ActionIcon, Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { isObject } from '#kernel/shape.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { useFaults } from '../fields/use-definitions.ts';
import { Section } from '../section.tsx';
import settings from '../settings.module.css';
import { OfferedText } from './offered-text.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import classes from './rules.module.css';
import { type Rule, useRuleFate, useRules } from './use-rules.ts';

interface RulesProps {
  readonly object: ObjectMeta;
  readonly ruleObject: ObjectMeta;
}

/** What the company demands of an object's records, each rule in its words and with its condition. */
export function Rules({ object, ruleObject }: RulesProps) {
  const { t } = useTranslation();
  const { data: rules = [] } = useRules(ruleObject.name, object.name);
  const [editing, setEditing] = useState<Rule | 'new'>();
  return (
    <Section
      title={t('settings.rules.title')}
      text={t('settings.rules.text', { plural: object.plural })}
      flush={rules.length > 0}
      aside={
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
          {t('settings.rules.add')}
        </Button>
      }
    >
      {rules.length === 0 ? (
        <Text c="dimmed">{t('settings.rules.none')}</Text>
      ) : (
        <div className={settings.scroll}>
          <table className={settings.table}>
            <tbody>
              {rules.map((rule) => (
                <RuleRow
                  key={rule.id}
                  object={object}
                  rule={rule}
                  rules={ruleObject.name}
                  onEdit={() => setEditing(rule)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && (
        <RuleDialog
          object={object}
          rules={ruleObject.name}
          rule={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  );
}

interface RuleRowProps {
  readonly object: ObjectMeta;
  readonly rule: Rule;
  readonly rules: string;
  onEdit(): void;
}

function RuleRow({ object, rule, rules, onEdit }: RuleRowProps) {
  const { t } = useTranslation();
  const zh = useLocale() === 'zh-CN';
  const { data: faults } = useFaults();
  const fate = useRuleFate(rules);
  const { id, name, condition, together, among, effect, affects, offers, messageZh, messageEn, active } =
    rule;
  const labels = (together ?? affects ?? []).map(
    (path) => object.fields.find((field) => field.name === path)?.label ?? path,
  );
  const names = labels.join(t('settings.rules.comma'));
  const remove = () =>
    fate.mutate(
      { id, back: false },
      {
        onSuccess: () =>
          toastWithUndo(t('settings.rules.removed', { name }), () => fate.mutate({ id, back: true })),
        onError: toastProblem,
      },
    );
  return (
    <tr>
      <td className={classes.rule}>
        <Group gap="xs">
          <Anchor component="button" type="button" inherit onClick={onEdit}>
            {name}
          </Anchor>
          {!active && <Badge variant="default">{t('settings.rules.inactive')}</Badge>}
        </Group>
        {effect !== null && (
          <span className={classes.condition}>{t(`settings.rules.effectText.${effect}`, { names })}</span>
        )}
        {offers !== null && <OfferedText object={object} rule={rule} />}
        {isObject(offers) ? null : together === null ? (
          <code className={classes.condition}>{condition}</code>
        ) : (
          <span className={classes.condition}>
            {t('settings.rules.togetherText', { names })}
            {among !== null && (
              <>
                {' '}
                {t('settings.rules.amongText')} <code>{among}</code>
              </>
            )}
          </span>
        )}
        <span className={classes.message}>{zh ? (messageZh ?? messageEn) : (messageEn ?? messageZh)}</span>
        {faults?.has(id) && (
          <span className={classes.fault}>{t('settings.rules.fault', { reason: faults.get(id) })}</span>
        )}
      </td>
      <td className={classes.verbs}>
        <ActionIcon aria-label={t('settings.rules.remove', { name })} onClick={remove}>
          <IconTrash size={15} />
        </ActionIcon>
      </td>
    </tr>
  );
}
