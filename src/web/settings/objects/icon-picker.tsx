import { ActionIcon, Input } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import classes from './objects.module.css';

interface IconPickerProps {
  readonly value: string | null;
  readonly error: string | undefined;
  onChange(icon: string): void;
}

/** Every icon of the kit, to choose one. */
export function IconPicker({ value, error, onChange }: IconPickerProps) {
  const { t } = useTranslation();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    import('#web/kit/icon-set.ts').then(({ iconNames }) => setNames(iconNames), console.error);
  }, []);
  return (
    <Input.Wrapper label={t('settings.objects.icon')} error={error}>
      <div className={classes.icons}>
        {names.map((name) => (
          <ActionIcon
            key={name}
            variant={name === value ? 'filled' : 'subtle'}
            aria-label={name}
            aria-pressed={name === value}
            onClick={() => onChange(name)}
          >
            <ObjectIcon name={name} size={16} />
          </ActionIcon>
        ))}
      </div>
    </Input.Wrapper>
  );
}
