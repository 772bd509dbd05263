import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QrCode } from '#web/kit/qr-code.tsx';
import classes from './enrolment.module.css';

/** What an authenticator app is told. */
export interface EnrolmentSecret {
  readonly secret: string;
  readonly uri: string;
}

/** Shows an authenticator app its secret, as a picture and in letters. */
export function Enrolment({ secret, uri }: EnrolmentSecret) {
  const { t } = useTranslation();
  return (
    <Group align="flex-start" gap="lg">
      <QrCode text={uri} label={t('secondFactor.picture')} />
      <Stack gap="xs" className={classes.words}>
        <Text size="sm">{t('secondFactor.scan')}</Text>
        <Text size="sm" c="dimmed">
          {t('secondFactor.byHand')}
        </Text>
        <code className={classes.secret} data-testid="secret">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </code>
      </Stack>
    </Group>
  );
}
