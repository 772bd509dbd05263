import { Box, Input } from '@mantine/core';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import type { ReactNode } from 'react';
import { styleNonce } from '#web/kit/style-nonce.ts';
import type { EditorProps } from '../field-props.ts';
import { chrome } from '../input-props.ts';
import { BeginFrom } from './begin-from.tsx';
import { extensions } from './extensions.ts';
import classes from './rich-text.module.css';
import { RichTextToolbar } from './toolbar.tsx';

interface RichTextEditorProps extends EditorProps {
  /** What stands under the text, within its frame. */
  children?(editor: Editor): ReactNode;
}

/** Formatted text; finished when left or with Ctrl or ⌘ and Enter. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { field, value, onChange, onCommit, onCancel, error, autoFocus, record, children } = props;
  const editor = useEditor({
    extensions,
    injectNonce: styleNonce,
    content: typeof value === 'string' ? value : '',
    autofocus: autoFocus ? 'end' : false,
    editorProps: { attributes: { 'aria-label': field.label, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? null : changed.getHTML()),
  });
  const finish = () => onCommit?.(!editor || editor.isEmpty ? null : editor.getHTML());
  return (
    <Input.Wrapper {...chrome(props)} error={error}>
      <Box
        className={classes.frame}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) finish();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onCancel?.();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
        }}
      >
        {editor && (
          <RichTextToolbar editor={editor}>
            <BeginFrom editor={editor} record={record} />
          </RichTextToolbar>
        )}
        <EditorContent editor={editor} className={classes.text} />
        {editor && children?.(editor)}
      </Box>
    </Input.Wrapper>
  );
}
