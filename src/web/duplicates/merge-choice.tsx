import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import classes from '#web/record/saving/conflict-dialog.module.css';

export type Keeper = 'this' | 'other';

interface MergeChoiceProps {
  readonly field: FieldMeta;
  readonly own: unknown;
  readonly other: unknown;
  readonly keeper: Keeper;
  onChoose(keeper: Keeper): void;
}

/** One field's two values, one to be kept. */
export function MergeChoice({ field, own, other, keeper, onChoose }: MergeChoiceProps) {
  const { t } = useTranslation();
  const values = { this: own, other };
  return (
    <div role="radiogroup" aria-label={field.label}>
      <Text fw={600}>{field.label}</Text>
      <div className={classes.pair}>
        {(['this', 'other'] as const).map((each) => (
          <UnstyledButton
            key={each}
            className={classes.side}
            role="radio"
            aria-checked={keeper === each}
            onClick={() => onChoose(each)}
          >
            <Text size="xs" c="dimmed">
              {t(`duplicates.${each}`)}
            </Text>
            <span className={classes.value}>
              {isEmpty(values[each]) ? (
                t('record.timeline.nothing')
              ) : (
                <FieldDisplay field={field} value={values[each]} />
              )}
            </span>
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
