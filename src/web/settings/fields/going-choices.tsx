import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Dependents } from '../own/dependents.tsx';
import { useChoiceConsequences } from '../own/use-consequences.ts';
import type { Definition, DraftChoice } from './definition.ts';

interface GoingChoicesProps {
  readonly definition: Definition;
  readonly going: readonly DraftChoice[];
  onKeep(): void;
}

/** Says what speaks of choices before they go, and keeps them after all. */
export function GoingChoices({ definition, going, onKeep }: GoingChoicesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { object, name } = definition;
  const { data } = useChoiceConsequences(
    object,
    name,
    going.flatMap(({ value }) => value ?? []),
  );
  const labels = going.map(
    ({ value = '', zh, en }) => (locale === 'zh-CN' ? (zh ?? en) : (en ?? zh)) ?? value,
  );
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(labels);
  const { filled = 0, dependents = [] } = data ?? {};
  return (
    <Alert color="amber" title={t('settings.fields.going', { names })}>
      <Stack gap="xs" align="start">
        {filled > 0 && <Text>{t('settings.fields.goingHeld', { count: filled })}</Text>}
        <div>
          <Dependents dependents={dependents} />
        </div>
        {data && filled === 0 && dependents.length === 0 && <Text>{t('settings.fields.goingFree')}</Text>}
        <Button variant="default" size="compact-sm" onClick={onKeep}>
          {t('settings.fields.keepChoices')}
        </Button>
      </Stack>
    </Alert>
  );
}
