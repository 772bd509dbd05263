import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import classes from './conflict-dialog.module.css';
import type { RivalValue } from './rival-values.ts';

export type Side = 'mine' | 'theirs';

interface RivalChoiceProps {
  readonly field: FieldMeta;
  readonly rival: RivalValue;
  readonly side: Side;
  onChoose(side: Side): void;
}

/** One field's two values. */
export function RivalChoice({ field, rival, side, onChoose }: RivalChoiceProps) {
  const { t } = useTranslation();
  return (
    <div role="radiogroup" aria-label={field.label}>
      <Text fw={600}>{field.label}</Text>
      <div className={classes.pair}>
        {(['mine', 'theirs'] as const).map((each) => (
          <UnstyledButton
            key={each}
            className={classes.side}
            role="radio"
            aria-checked={side === each}
            data-autofocus={side === each || undefined}
            onClick={() => onChoose(each)}
          >
            <Text size="xs" c="dimmed">
              {t(`record.conflict.${each}`)}
            </Text>
            <span className={classes.value}>
              {isEmpty(rival[each]) ? (
                t('record.timeline.nothing')
              ) : (
                <FieldDisplay field={field} value={rival[each]} />
              )}
            </span>
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
