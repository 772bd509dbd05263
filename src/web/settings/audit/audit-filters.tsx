import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { usePeopleObject } from '../people/use-people.ts';
import own from './audit.module.css';
import { useAuditKinds } from './use-audit.ts';
import { useAuditWords } from './use-audit-words.ts';

/** What is being looked for, with days as they are typed. */
export interface Wanted {
  readonly person: unknown;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

interface AuditFiltersProps {
  readonly wanted: Wanted;
  onChange(wanted: Wanted): void;
}

/** Whose entries, of which kind, about what, and of which days. */
export function AuditFilters({ wanted, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const people = usePeopleObject();
  const words = useAuditWords();
  const kinds = useAuditKinds();
  const person = asked('person', 'user', t('settings.audit.person'), [people?.name ?? '']);
  return (
    <div className={own.filters}>
      <FieldEditor
        field={person}
        value={wanted.person}
        onChange={(value) => onChange({ ...wanted, person: value })}
        label
      />
      <Select
        label={t('settings.audit.kind')}
        placeholder={t('settings.audit.all')}
        data={kinds.map((kind) => ({ value: kind, label: words.kind(kind) }))}
        value={wanted.kind}
        onChange={(kind) => onChange({ ...wanted, kind })}
        clearable
        searchable
      />
      <Select
        label={t('settings.audit.subject')}
        placeholder={t('settings.audit.all')}
        data={objects.map(({ name, plural }) => ({ value: name, label: plural }))}
        value={wanted.subject}
        onChange={(subject) => onChange({ ...wanted, subject })}
        clearable
        searchable
      />
      {(['from', 'until'] as const).map((end) => (
        <FieldEditor
          key={end}
          field={asked(end, 'date', t(`settings.audit.${end}`))}
          value={wanted[end]}
          onChange={(day) => onChange({ ...wanted, [end]: day as string | null })}
          label
        />
      ))}
    </div>
  );
}

/** A field that is asked for here and stored nowhere. */
function asked(
  name: string,
  type: FieldMeta['type'],
  label: string,
  targets: readonly string[] = [],
): FieldMeta {
  const plain = { required: false, readOnly: false, unique: false, sortable: false, operators: [] };
  return { name, type, label, targets, ...plain };
}
