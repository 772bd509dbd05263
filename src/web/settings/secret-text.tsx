import { Alert, Button, CopyButton, Stack } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

/** A key or password, to be copied now because it is never shown again. */
export function SecretText({ text, note }: { text: string; note: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" align="flex-start">
      <Alert color="amber" p="sm" w="100%">
        {note}
      </Alert>
      <code className={classes.secret} data-testid="secret">
        {text}
      </code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" leftSection={<IconCopy size={14} />} onClick={copy}>
            {copied ? t('kit.copied') : t('kit.copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
