import { Input, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { measured, timeUnits } from '../use-automation-words.ts';
import classes from './flow.module.css';

interface SpanInputProps {
  readonly label: string;
  readonly seconds: number;
  /** Before or after something; a negative stretch is before it. */
  readonly signed?: boolean;
  readonly error?: string | undefined;
  onChange(seconds: number): void;
}

/** A stretch of time: so many minutes, hours or days, and where it may be so, before or after. */
export function SpanInput({ label, seconds, signed = false, error, onChange }: SpanInputProps) {
  const { t } = useTranslation();
  const given = measured(seconds);
  const [size, setSize] = useState(given.size);
  // What is typed keeps its unit, be it whole in a larger one.
  const amount = Math.abs(seconds) / size;
  const [before, setBefore] = useState(seconds < 0);
  const tell = (next: number, unit: number, isBefore: boolean) => onChange(next * unit * (isBefore ? -1 : 1));
  return (
    <Input.Wrapper label={label} error={error}>
      <div className={classes.span}>
        <NumberInput
          aria-label={label}
          value={amount}
          min={signed ? 0 : 1}
          max={9999}
          allowDecimal={false}
          onChange={(next) => typeof next === 'number' && tell(next, size, before)}
          w={84}
        />
        <NativeSelect
          aria-label={t('settings.automations.unit')}
          data={timeUnits.map(({ unit, size: each }) => ({
            value: String(each),
            label: t(`settings.automations.units.${unit}`),
          }))}
          value={String(size)}
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            setSize(next);
            tell(amount, next, before);
          }}
        />
        {signed && (
          <NativeSelect
            aria-label={t('settings.automations.beforeOrAfter')}
            data={[
              { value: 'before', label: t('settings.automations.before') },
              { value: 'after', label: t('settings.automations.after') },
            ]}
            value={before ? 'before' : 'after'}
            onChange={(event) => {
              const next = event.currentTarget.value === 'before';
              setBefore(next);
              tell(amount, size, next);
            }}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}
