import { ActionIcon, Menu } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Editor } from '@tiptap/react';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import type { Values } from '../field-props.ts';
import { Subject } from './subject.ts';

interface BeginFromProps {
  readonly editor: Editor;
  /** The record around the text. */
  readonly record: Values | undefined;
}

/** Begins a text from a template, filled with what the record says that the text is about. */
export function BeginFrom({ editor, record }: BeginFromProps) {
  const { t } = useTranslation();
  const page = useContext(Subject);
  const { objects, templates: readyMade } = useMeta();
  const templates = objects.find(({ purpose }) => purpose === 'template')?.name;
  const [opened, setOpened] = useState(false);
  const { data } = useRecords(
    templates ?? '',
    { select: 'name,body', sort: 'name', limit: 100 },
    { enabled: opened },
  );
  if (templates === undefined) return null;
  const about = (record?.regarding as typeof page | null | undefined) ?? page;
  const insert = async (body: string) => {
    try {
      const { text } = about
        ? await api.post<{ text: string }>(`records/${about.object}/${about.id}/fill`, { text: body })
        : { text: body };
      editor.chain().focus().insertContent(text).run();
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    // Within the frame of the text, which is finished when the focus leaves it.
    <Menu withinPortal={false} position="bottom-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <ActionIcon
          data-hint={t('field.format.template')}
          size={24}
          variant="subtle"
          aria-label={t('field.format.template')}
        >
          <IconTemplate size={15} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {data?.pages
          .flatMap(({ records }) => records)
          .map(({ id, name, body }) => (
            <Menu.Item key={id} onClick={() => insert(String(body ?? ''))}>
              {String(name)}
            </Menu.Item>
          ))}
        {readyMade.length > 0 && <Menu.Label>{t('field.format.readyMade')}</Menu.Label>}
        {readyMade.map(({ name, label, body }) => (
          <Menu.Item key={name} onClick={() => insert(body)}>
            {label}
          </Menu.Item>
        ))}
        {readyMade.length === 0 && data?.pages[0]?.records.length === 0 && (
          <Menu.Label>{t('field.format.noTemplates')}</Menu.Label>
        )}
        <Menu.Divider />
        <Menu.Item renderRoot={(props) => <Link {...props} to="/$object" params={{ object: templates }} />}>
          {t('field.format.writeTemplates')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
