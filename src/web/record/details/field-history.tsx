import { ActionIcon } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import classes from './field-history.module.css';

const FieldHistoryPopover = lazyPart(() => import('./field-history-popover.tsx'), 'FieldHistoryPopover');

/** The button that tells who set this field when, from what, to what. */
export function FieldHistory({ field }: { field: FieldMeta }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const label = t('record.history', { label: field.label });
  return (
    <>
      <ActionIcon
        ref={button}
        className={classes.button}
        data-hint={opened ? undefined : label}
        data-opened={opened || undefined}
        size={24}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        <IconHistory size={13} />
      </ActionIcon>
      {opened && button.current && (
        <FieldHistoryPopover
          field={field}
          label={label}
          button={button.current}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
