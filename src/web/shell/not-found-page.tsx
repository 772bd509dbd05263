import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Centered } from '#web/kit/centered.tsx';

/** An address that leads nowhere, or to something this person may not see. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Centered>
      <Stack gap="sm" align="center">
        <Title order={1} size="h2">
          {t('notFound.title')}
        </Title>
        <Text c="dimmed" ta="center" maw={440}>
          {t('notFound.text')}
        </Text>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/" />}>
          {t('notFound.home')}
        </Button>
      </Stack>
    </Centered>
  );
}
