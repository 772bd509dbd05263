import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './currency-picker.module.css';

interface CurrencyPickerProps {
  readonly value: string;
  readonly among: readonly string[];
  onChange(currency: string): void;
}

/** The currency at the end of an amount's input. */
export function CurrencyPicker({ value, among, onChange }: CurrencyPickerProps) {
  const { t } = useTranslation();
  if (among.length < 2) {
    return (
      <Text size="xs" c="dimmed">
        {value}
      </Text>
    );
  }
  return (
    <Menu withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.button}
          tabIndex={-1}
          aria-label={t('field.currency')}
          onMouseDown={(event) => event.preventDefault()}
        >
          {value}
          <IconChevronDown size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown onMouseDown={(event) => event.preventDefault()}>
        {among.map((currency) => (
          <Menu.Item key={currency} onClick={() => onChange(currency)}>
            {currency}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
