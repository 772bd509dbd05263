import { Button, CopyButton, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './publish-panel.module.css';

interface CopyTextProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
}

/** A text to be taken elsewhere, what it is for, and a button that copies it. */
export function CopyText({ label, hint, text }: CopyTextProps) {
  const { t } = useTranslation();
  return (
    <div>
      <div className={classes.head}>
        <Text fw={600}>{label}</Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              ml="auto"
              size="compact-sm"
              variant="default"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {copied ? t('kit.copied') : t('kit.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      <code className={classes.code}>{text}</code>
    </div>
  );
}
