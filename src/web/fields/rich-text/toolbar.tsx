import { ActionIcon } from '@mantine/core';
import {
  IconBold,
  IconH2,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconQuote,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './rich-text.module.css';

const TOOLS = [
  ['bold', IconBold, (editor: Editor) => editor.chain().focus().toggleBold().run()],
  ['italic', IconItalic, (editor: Editor) => editor.chain().focus().toggleItalic().run()],
  ['heading', IconH2, (editor: Editor) => editor.chain().focus().toggleHeading({ level: 2 }).run()],
  ['bulletList', IconList, (editor: Editor) => editor.chain().focus().toggleBulletList().run()],
  ['orderedList', IconListNumbers, (editor: Editor) => editor.chain().focus().toggleOrderedList().run()],
  ['blockquote', IconQuote, (editor: Editor) => editor.chain().focus().toggleBlockquote().run()],
] as const;

/** The few formats that customer texts need. */
export function RichTextToolbar({ editor, children }: { editor: Editor; children?: ReactNode }) {
  const { t } = useTranslation();
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      [...TOOLS.map(([name]) => name), 'link'].filter((name) => now.isActive(name)),
  });
  const link = () => {
    const address = window.prompt(
      t('field.format.linkAddress'),
      editor.getAttributes('link').href ?? 'https://',
    );
    if (address === null) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    (address ? chain.setLink({ href: address }) : chain.unsetLink()).run();
  };
  const tools = [...TOOLS, ['link', IconLink, link] as const];
  return (
    <div className={classes.toolbar} role="toolbar">
      {tools.map(([name, Icon, run]) => (
        <ActionIcon
          key={name}
          data-hint={t(`field.format.${name}`)}
          size={24}
          tabIndex={-1}
          variant={active.includes(name) ? 'light' : 'subtle'}
          aria-label={t(`field.format.${name}`)}
          aria-pressed={active.includes(name)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
        >
          <Icon size={15} stroke={1.8} />
        </ActionIcon>
      ))}
      {children}
    </div>
  );
}
