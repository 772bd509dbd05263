import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';
import classes from './access.module.css';
import { scopeSentence } from './scope-sentence.ts';
import type { Reason } from './use-access.ts';

/** One reason in a sentence, with what it allows. */
export function ReasonLine({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <li className={classes.reason}>
      <Text size="sm" className={classes.sentence}>
        {sentence(reason)}
      </Text>
      <Group gap={4} wrap="nowrap">
        {reason.operations.map((operation) => (
          <Badge key={operation} variant="light" color="gray" size="sm" tt="none">
            {t(`record.access.may.${operation}`)}
          </Badge>
        ))}
      </Group>
    </li>
  );
}

function useSentence(): (reason: Reason) => string {
  const { t } = useTranslation();
  const { object } = useRecordScope();
  const roleLabel = useRoleLabels();
  return ({ kind, role = '', scope, name, audience, until, by }) => {
    if (kind === 'administrator') return t('record.access.administrator');
    if (kind === 'rule') return t('record.access.rule', { name });
    if (kind === 'share') {
      const group = audience?.object === null ? roleLabel(audience.name) : audience?.name;
      const parts = [
        t('record.access.sharedBy', { by: by ?? t('record.timeline.system'), audience: group }),
        ...(name ? [name] : []),
        ...(until ? [t('record.access.untilDay', { day: until })] : []),
      ];
      return parts.join(' · ');
    }
    const { key, field } = scopeSentence(scope);
    const label = object.fields.find((one) => one.name === field)?.label ?? '';
    const what = t(`record.access.scope.${key}`, { field: label });
    return role === 'everyone'
      ? t('record.access.everyone', { what })
      : t('record.access.asRole', { role: roleLabel(role), what });
  };
}

/** What roles are called. */
function useRoleLabels(): (role: string) => string {
  const share = useMeta().objects.find(({ purpose }) => purpose === 'share');
  const choices = share?.fields.find(({ name }) => name === 'role')?.choices ?? [];
  return (role) => choices.find(({ value }) => value === role)?.label ?? role;
}
