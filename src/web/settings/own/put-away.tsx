import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { Section } from '../section.tsx';
import settings from '../settings.module.css';
import { EraseDialog } from './erase-dialog.tsx';
import { labelOf } from './label-of.ts';
import own from './own.module.css';
import type { OwnDefinition, OwnKind } from './own-kind.ts';
import { useFate } from './use-fate.ts';

interface PutAwayProps {
  readonly kind: OwnKind;
  readonly defining: string;
  readonly definitions: readonly OwnDefinition[];
}

/** What was put away: hidden everywhere, with all that it holds, until it comes back or goes for good. */
export function PutAway({ kind, defining, definitions }: PutAwayProps) {
  const { t } = useTranslation();
  const fate = useFate(kind, defining);
  const locale = useLocale();
  const [leaving, setLeaving] = useState<OwnDefinition>();
  if (definitions.length === 0) return null;
  return (
    <Section title={t('settings.own.away')} text={t(`settings.${kind}.awayText`)} flush>
      <div className={settings.scroll}>
        <table className={settings.table}>
          <tbody>
            {definitions.map((definition) => (
              <tr key={definition.id}>
                <td>
                  {labelOf(definition, locale)}
                  <span className={own.name}>{definition.name}</span>
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
                      {t('settings.own.bringBack')}
                    </Button>
                    <Button variant="subtle" size="compact-xs" onClick={() => setLeaving(definition)}>
                      {t('settings.own.erase')}
                    </Button>
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leaving && (
        <EraseDialog
          kind={kind}
          definition={leaving}
          defining={defining}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Section>
  );
}
