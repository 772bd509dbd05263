import { Pill } from '@mantine/core';
import { useObjectMeta } from '#web/api/queries.ts';
import type { DisplayProps } from '../field-props.ts';
import classes from '../multi-choice/display.module.css';
import { RecordLink } from '../reference/record-link.tsx';
import { asTarget, targetObject } from '../reference/target.ts';

/** Several records, each a link. */
export function ManyToManyDisplay({ field, value, dense }: DisplayProps) {
  const object = targetObject(field);
  const nameField = useObjectMeta(object)?.nameField;
  const targets = (Array.isArray(value) ? value : []).flatMap(
    (each) => asTarget(object, each, nameField) ?? [],
  );
  return (
    <span className={classes.values} data-dense={dense || undefined}>
      {targets.map((target) => (
        <Pill key={target.id} size="sm">
          <RecordLink target={target} />
        </Pill>
      ))}
    </span>
  );
}
