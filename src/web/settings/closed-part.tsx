import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Centered } from '#web/kit/centered.tsx';

/** A part of the settings that is for others: says so, and whom to ask. */
export function ClosedPart() {
  const { t } = useTranslation();
  return (
    <Centered>
      <Stack gap="sm" align="center" role="status">
        <Title order={2}>{t('settings.closed.title')}</Title>
        <Text c="dimmed" ta="center" maw={440}>
          {t('settings.closed.text')}
        </Text>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/settings" />}>
          {t('settings.closed.own')}
        </Button>
      </Stack>
    </Centered>
  );
}
