import { Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { periods } from '#kernel/expression/period.ts';
import { daysOf } from './period-text.ts';

interface PeriodInputProps {
  readonly label: string;
  readonly value: unknown;
  onChange(period: string): void;
}

/** A period seen from today: one that has a name, or any number of days before or after. */
export function PeriodInput({ label, value, onChange }: PeriodInputProps) {
  const { t } = useTranslation();
  const days = daysOf(value);
  const counted = days && `${days.side}Days`;
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        data-autofocus
        flex={1}
        aria-label={label}
        data={[...periods, 'lastDays', 'nextDays'].map((each) => ({
          value: each,
          label: t(`period.${each}`),
        }))}
        value={counted ?? (typeof value === 'string' ? value : null)}
        onChange={(next) => {
          const side = next === 'lastDays' ? 'last' : next === 'nextDays' ? 'next' : undefined;
          onChange(side ? `${side}${days?.count ?? 14}Days` : String(next));
        }}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={260}
      />
      {days && (
        <NumberInput
          w={84}
          aria-label={t('filter.days')}
          min={1}
          max={9999}
          clampBehavior="strict"
          allowDecimal={false}
          value={days.count}
          onChange={(count) => onChange(`${days.side}${Number(count) || 1}Days`)}
        />
      )}
    </Group>
  );
}
