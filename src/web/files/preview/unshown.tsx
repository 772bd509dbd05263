import { Stack, Text } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './preview.module.css';

/** Says that a file cannot be shown, and why where one knows. */
export function Unshown({ reason = 'files.cannotShow' }: { readonly reason?: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.stage}>
      <Stack align="center" gap="xs" p="lg">
        <IconFileOff size={32} stroke={1.4} aria-hidden />
        <Text c="dimmed" ta="center" role="status">
          {t(reason)}
        </Text>
      </Stack>
    </div>
  );
}
