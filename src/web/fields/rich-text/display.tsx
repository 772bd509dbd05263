import { EditorContent, useEditor } from '@tiptap/react';
import { styleNonce } from '#web/kit/style-nonce.ts';
import type { DisplayProps } from '../field-props.ts';
import { extensions } from './extensions.ts';
import { plainText } from './plain-text.ts';
import classes from './rich-text.module.css';

/** Formatted text. It is read into the editor's own document, so only what that knows is ever drawn. */
export function RichTextDisplay({ value, dense }: DisplayProps) {
  const html = String(value);
  return dense ? <span>{plainText(html).slice(0, 200)}</span> : <RichText key={html} html={html} />;
}

function RichText({ html }: { html: string }) {
  const editor = useEditor({
    extensions,
    injectNonce: styleNonce,
    content: html,
    editable: false,
    editorProps: { attributes: { role: 'document' } },
  });
  return <EditorContent editor={editor} className={classes.text} />;
}
