import { Button, FileButton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileText } from './file-text.ts';

interface FromFileProps {
  readonly accept: string;
  onText(text: string): void;
}

/** Fills a text in from a file of the person's. */
export function FromFile({ accept, onText }: FromFileProps) {
  const { t } = useTranslation();
  return (
    <FileButton accept={accept} onChange={async (file) => file && onText(await fileText(file))}>
      {(props) => (
        <Button
          {...props}
          mt={6}
          size="compact-sm"
          variant="default"
          leftSection={<IconFileText size={14} />}
        >
          {t('field.fromFile')}
        </Button>
      )}
    </FileButton>
  );
}
