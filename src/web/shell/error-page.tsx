import { Button, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '#web/api/problem.ts';
import { Centered } from '#web/kit/centered.tsx';

/** What is shown in place of a page that failed, in the reader's words; the rest of the product stays usable. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = () => {
    reset();
    router.invalidate();
  };
  return (
    <Centered>
      <Stack gap="sm" align="center" role="alert">
        <Title order={1} size="h2">
          {t('error.title')}
        </Title>
        <Text c="dimmed" ta="center" maw={440}>
          {error instanceof ProblemError ? error.message : t('error.unknown')}
        </Text>
        <Button onClick={retry}>{t('error.retry')}</Button>
      </Stack>
    </Centered>
  );
}
