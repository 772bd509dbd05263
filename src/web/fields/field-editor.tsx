import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import type { EditorProps } from './field-props.ts';
import { ReadOnlyEditor } from './read-only-editor.tsx';
import { fieldView } from './registry.ts';

/** Left free above, so that nothing moves when the input comes. */
const labelHeight = 26;

/** The input for a field, as its type is edited. */
export function FieldEditor(props: EditorProps) {
  const { Editor } = fieldView(props.field);
  if (!Editor) return <ReadOnlyEditor {...props} />;
  return (
    <Suspense fallback={<Skeleton height={34} mt={props.label ? labelHeight : 0} />}>
      <Editor {...props} />
    </Suspense>
  );
}
