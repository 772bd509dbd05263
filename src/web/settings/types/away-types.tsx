import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useRestore } from '#web/api/mutations.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { Section, Setting } from '../section.tsx';
import { typeLabel, useStoredTypes } from './use-types.ts';

/** Types that were put away, until they come back. */
export function AwayTypes({ kind, object }: { readonly kind: ObjectMeta; readonly object: ObjectMeta }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const types = useStoredTypes(kind.name, object.name, true);
  const restore = useRestore(kind.name);
  if (types.length === 0) return null;
  return (
    <Section title={t('settings.types.away')} text={t('settings.types.awayText')}>
      {types.map((type) => (
        <Setting key={type.id} label={typeLabel(type, locale)}>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => restore.mutate([type.id], { onError: toastProblem })}
          >
            {t('settings.types.bringBack')}
          </Button>
        </Setting>
      ))}
    </Section>
  );
}
