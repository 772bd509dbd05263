import { ActionIcon } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';
import { formatLocation, type Location, parseLocation } from './format.ts';

/** A point as latitude and longitude, or where this device is. */
export function LocationEditor(props: EditorProps) {
  const { t } = useTranslation();
  const here = () =>
    navigator.geolocation.getCurrentPosition(({ coords }) =>
      props.onChange({ latitude: coords.latitude, longitude: coords.longitude }),
    );
  return (
    <ParsedInput
      editor={props}
      show={(value) => (value ? formatLocation(value as Location) : '')}
      read={parseLocation}
      unreadable={t('field.notLocation')}
      placeholder="36.06710, 120.38264"
      rightSection={
        <ActionIcon
          data-hint={t('field.here')}
          aria-label={t('field.here')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={here}
        >
          <IconCurrentLocation size={16} />
        </ActionIcon>
      }
    />
  );
}
