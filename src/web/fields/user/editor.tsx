import type { EditorProps } from '../field-props.ts';
import { ReferenceEditor } from '../reference/editor.tsx';

/** A person who works here, found by typing. */
export function UserEditor(props: EditorProps) {
  return <ReferenceEditor {...props} />;
}
