import { Chip, Group, Input, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import type { Rule } from '#kernel/recurrence/rule.ts';
import type { EditorProps } from '../field-props.ts';
import { chrome } from '../input-props.ts';
import { useFormatting } from '../use-formatting.ts';
import { type Pace, paceOf, paces, ruleOf, valueWith, withPace } from './edited-rule.ts';
import { EndEditor } from './end-editor.tsx';
import { weekdayName } from './weekday-name.ts';

/** How something comes back: its pace, on which days, until when. Finished when the focus leaves it. */
export function RecurrenceEditor(props: EditorProps) {
  const { field, value, onChange, onCommit, onCancel, error, autoFocus } = props;
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const current = (value ?? null) as Recurrence | null;
  const rule = ruleOf(current);
  const pace = paceOf(rule);
  const set = (next: Rule | undefined) => onChange(valueWith(current, next, timeZone));
  return (
    <Input.Wrapper {...chrome(props)} error={error}>
      <Stack
        gap="xs"
        role="group"
        aria-label={field.label}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onCommit?.(current);
        }}
      >
        <NativeSelect
          aria-label={field.label}
          autoFocus={autoFocus ?? false}
          data={paces.map((each) => ({ value: each, label: t(`recurrence.pace.${each}`) }))}
          value={pace}
          onChange={(event) => set(withPace(rule, event.currentTarget.value as Pace))}
        />
        {rule && pace !== 'workdays' && (
          <Group gap="xs" wrap="nowrap">
            <Text size="sm">{t('recurrence.interval')}</Text>
            <NumberInput
              aria-label={t('recurrence.interval')}
              w={72}
              min={1}
              max={99}
              value={rule.interval}
              onChange={(typed) => set({ ...rule, interval: Number(typed) || 1 })}
            />
            <Text size="sm">{t(`recurrence.unit.${rule.freq}`, { count: rule.interval })}</Text>
          </Group>
        )}
        {rule && pace === 'WEEKLY' && (
          <Chip.Group
            multiple
            value={rule.byDay.map(({ day }) => String(day))}
            onChange={(days: string[]) =>
              set({
                ...rule,
                byDay: days
                  .map(Number)
                  .sort((one, other) => one - other)
                  .map((day) => ({ day })),
              })
            }
          >
            <Group gap={4}>
              {Array.from({ length: 7 }, (_, day) => (
                <Chip key={weekdayName(day, locale)} value={String(day)} size="xs">
                  {weekdayName(day, locale)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
        {rule && current && <EndEditor rule={rule} zone={current.zone} onChange={set} />}
      </Stack>
    </Input.Wrapper>
  );
}
