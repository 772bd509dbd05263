import { Collapse, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { FieldMeta } from '#kernel/meta.ts';
import { useRecordScope } from '../record-scope.ts';
import { FieldRow } from './field-row.tsx';
import { RecordStamps } from './record-stamps.tsx';
import classes from './sections.module.css';

/** The record's fields in the groups that its declaration gives. */
export function Sections() {
  const { object } = useRecordScope();
  const byName = new Map(object.fields.map((field) => [field.name, field]));
  return (
    <div className={classes.sections}>
      {object.page.sections.map((section) => (
        <Section
          key={section.label}
          id={`${object.name}.${section.fields[0] ?? ''}`}
          label={section.label}
          fields={section.fields.flatMap((name) => byName.get(name) ?? [])}
        />
      ))}
      <RecordStamps />
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly FieldMeta[];
}

function Section({ id, label, fields }: SectionProps) {
  const [closed, setClosed] = useLocalStorage({ key: `guanxi.section.${id}`, defaultValue: false });
  if (fields.length === 0) return null;
  return (
    <section>
      <UnstyledButton className={classes.heading} aria-expanded={!closed} onClick={() => setClosed(!closed)}>
        <h2>{label}</h2>
        <IconChevronDown size={14} className={classes.chevron} data-closed={closed || undefined} />
      </UnstyledButton>
      <Collapse expanded={!closed}>
        <dl className={classes.fields}>
          {fields.map((field) => (
            <FieldRow key={field.name} field={field} />
          ))}
        </dl>
      </Collapse>
    </section>
  );
}
