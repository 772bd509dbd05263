import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './recovery-codes.module.css';

/** Codes to be kept now, because they are never shown again. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  const text = `${codes.join('\n')}\n`;
  return (
    <Stack gap="sm">
      <Alert color="amber" p="sm">
        {t('secondFactor.keepCodes')}
      </Alert>
      <ul className={classes.codes} data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="sm">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={14} />} onClick={copy}>
              {copied ? t('kit.copied') : t('kit.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          variant="default"
          leftSection={<IconDownload size={14} />}
          href={URL.createObjectURL(new Blob([text], { type: 'text/plain' }))}
          download="guanxi-recovery-codes.txt"
        >
          {t('secondFactor.download')}
        </Button>
      </Group>
    </Stack>
  );
}
