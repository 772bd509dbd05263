import { Collapse, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { PageMeta } from '#kernel/meta.ts';
import { useRecordScope } from '../record-scope.ts';
import { FieldRow } from './field-row.tsx';
import { RecordStamps } from './record-stamps.tsx';
import classes from './sections.module.css';

/** The record's fields in the groups that its declaration gives. */
export function Sections() {
  const { object } = useRecordScope();
  return (
    <div className={classes.sections}>
      {object.page.sections.map((section) => (
        <NamedSection key={section.label} section={section} />
      ))}
      <RecordStamps />
    </div>
  );
}

interface NamedSectionProps {
  readonly section: PageMeta['sections'][number];
}

/** One group of fields under its title, which closes it. */
export function NamedSection({ section: { label, fields: names, columns } }: NamedSectionProps) {
  const { object, shows } = useRecordScope();
  const id = `${object.name}.${names[0] ?? ''}`;
  const fields = names
    .filter(shows)
    .flatMap((name) => object.fields.find((field) => field.name === name) ?? []);
  const [closed, setClosed] = useLocalStorage({ key: `guanxi.section.${id}`, defaultValue: false });
  if (fields.length === 0) return null;
  return (
    <section>
      <UnstyledButton className={classes.heading} aria-expanded={!closed} onClick={() => setClosed(!closed)}>
        <h2>{label}</h2>
        <IconChevronDown size={14} className={classes.chevron} data-closed={closed || undefined} />
      </UnstyledButton>
      <Collapse expanded={!closed}>
        <dl className={classes.fields} data-columns={columns}>
          {fields.map((field) => (
            <FieldRow key={field.name} field={field} />
          ))}
        </dl>
      </Collapse>
    </section>
  );
}
