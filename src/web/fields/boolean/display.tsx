import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DisplayProps } from '../field-props.ts';
import classes from './display.module.css';

/** Yes or no, as a mark and a word. */
export function BooleanDisplay({ value, dense }: DisplayProps) {
  const { t } = useTranslation();
  const word = value ? t('field.yes') : t('field.no');
  return (
    <span className={classes.value} data-yes={value ? true : undefined} title={dense ? word : undefined}>
      {value ? <IconCheck size={15} aria-hidden /> : <IconMinus size={15} aria-hidden />}
      <span className={dense ? classes.hidden : undefined}>{word}</span>
    </span>
  );
}
