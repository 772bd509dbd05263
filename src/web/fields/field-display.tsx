import { Suspense } from 'react';
import { isEmpty } from './empty.ts';
import type { DisplayProps } from './field-props.ts';
import { fieldView } from './registry.ts';

/** A field's value, drawn as its type is drawn; nothing at all when it is empty. */
export function FieldDisplay(props: DisplayProps) {
  const { Display } = fieldView(props.field);
  if (isEmpty(props.value) && props.field.type !== 'boolean') return null;
  return (
    <Suspense fallback={null}>
      <Display {...props} />
    </Suspense>
  );
}
