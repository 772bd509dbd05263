import { useObjectMeta } from '#web/api/queries.ts';
import type { DisplayProps } from '../field-props.ts';
import { RecordLink } from './record-link.tsx';
import { asTarget, targetObject } from './target.ts';

/** The record a field points to. */
export function ReferenceDisplay({ field, value }: DisplayProps) {
  const object = targetObject(field);
  const nameField = useObjectMeta(object)?.nameField;
  const target = asTarget(object, value, nameField);
  return target && <RecordLink target={target} />;
}
