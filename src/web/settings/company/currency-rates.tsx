import { ActionIcon, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';

interface CurrencyRatesProps {
  readonly base: string;
  readonly rates: Readonly<Record<string, string>>;
  onChange(rates: Readonly<Record<string, string>>): void;
}

/** The other currencies in use and what they are worth. */
export function CurrencyRates({ base, rates, onChange }: CurrencyRatesProps) {
  const { t } = useTranslation();
  const names = new Intl.DisplayNames([useLocale()], { type: 'currency' });
  const others = Object.entries(rates).filter(([code]) => code !== base);
  const free = Intl.supportedValuesOf('currency').filter((code) => !(code in rates));
  return (
    <Stack gap="xs" mt="lg">
      <Text size="sm" fw={500}>
        {t('settings.company.currencies')}
      </Text>
      {others.map(([code, rate]) => (
        <Group key={code} gap="sm" wrap="nowrap">
          <Text size="sm" style={{ flex: 'none' }}>
            1 {code} =
          </Text>
          <TextInput
            w={130}
            inputMode="decimal"
            aria-label={`${code} → ${base}`}
            value={rate}
            onChange={(event) => onChange({ ...rates, [code]: event.currentTarget.value.trim() })}
          />
          <Text size="sm" style={{ flex: 'none' }}>
            {base}
          </Text>
          <ActionIcon
            aria-label={t('settings.company.removeCurrency', { code })}
            onClick={() =>
              onChange(Object.fromEntries(Object.entries(rates).filter(([each]) => each !== code)))
            }
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      <Select
        w={260}
        searchable
        aria-label={t('settings.company.addCurrency')}
        placeholder={t('settings.company.addCurrency')}
        data={free.map((code) => ({ value: code, label: `${code} ${names.of(code)}` }))}
        value={null}
        onChange={(code) => code && onChange({ ...rates, [code]: '1' })}
      />
    </Stack>
  );
}
