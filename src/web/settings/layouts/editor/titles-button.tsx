import { ActionIcon, Popover, Stack, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { withArea, withSection } from '../draft.ts';
import { useEditing } from './editing.ts';

interface TitlesButtonProps {
  readonly kind: 'tab' | 'section';
  readonly name: string;
  readonly titles: { readonly zh?: string; readonly en?: string };
  readonly label: string;
}

/** What a tab or a section is called, in both languages. */
export function TitlesButton({ kind, name, titles, label }: TitlesButtonProps) {
  const { t } = useTranslation();
  const { draft, change } = useEditing();
  const say = (said: { zh?: string; en?: string }) =>
    change(kind === 'tab' ? withArea(draft, name, said) : withSection(draft, name, said));
  return (
    <Popover withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon size={24} aria-label={t('settings.layouts.rename', { label })}>
          <IconPencil size={13} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            label={t('settings.layouts.titleZh')}
            value={titles.zh ?? ''}
            maxLength={60}
            onChange={(event) => say({ zh: event.currentTarget.value })}
          />
          <TextInput
            label={t('settings.layouts.titleEn')}
            value={titles.en ?? ''}
            maxLength={60}
            onChange={(event) => say({ en: event.currentTarget.value })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
