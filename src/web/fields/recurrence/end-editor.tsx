import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#kernel/recurrence/rule.ts';
import { endOfDay } from '#kernel/recurrence/starts-of.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';

interface EndEditorProps {
  readonly rule: Rule;
  readonly zone: string;
  onChange(rule: Rule): void;
}

const month = 30 * 86_400_000;

/** When it stops coming back: never, after a day, or after so many times. */
export function EndEditor({ rule, zone, onChange }: EndEditorProps) {
  const { t } = useTranslation();
  const { count, until, ...endless } = rule;
  const end = count !== undefined ? 'count' : until !== undefined ? 'until' : 'never';
  const ways = {
    never: endless,
    count: { ...endless, count: count ?? 10 },
    until: { ...endless, until: until ?? Date.now() + 3 * month },
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        aria-label={t('recurrence.ends')}
        data={(['never', 'until', 'count'] as const).map((value) => ({
          value,
          label: t(`recurrence.end.${value}`),
        }))}
        value={end}
        onChange={(event) => onChange(ways[event.currentTarget.value as keyof typeof ways])}
      />
      {until !== undefined && (
        <TextInput
          type="date"
          aria-label={t('recurrence.end.until')}
          value={wallClock(new Date(until).toISOString(), zone).slice(0, 10)}
          onChange={(event) => {
            const day = event.currentTarget.value;
            if (day !== '') onChange({ ...endless, until: endOfDay(day, zone) });
          }}
        />
      )}
      {count !== undefined && (
        <NumberInput
          w={84}
          aria-label={t('recurrence.end.count')}
          min={1}
          max={1000}
          value={count}
          onChange={(typed) => onChange({ ...endless, count: Number(typed) || 1 })}
        />
      )}
    </Group>
  );
}
