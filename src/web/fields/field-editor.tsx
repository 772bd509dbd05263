import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import type { EditorProps } from './field-props.ts';
import { ReadOnlyEditor } from './read-only-editor.tsx';
import { fieldView } from './registry.ts';

/** The input for a field, as its type is edited. */
export function FieldEditor(props: EditorProps) {
  const { Editor } = fieldView(props.field);
  if (!Editor) return <ReadOnlyEditor {...props} />;
  return (
    <Suspense fallback={<Skeleton height={34} />}>
      <Editor {...props} />
    </Suspense>
  );
}
