import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { AuditEntry } from './audit-entry.ts';

/** How the audit's kinds and subjects are called in the reader's language. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  const { objects } = useMeta();
  const labelOf = (name: string) => objects.find((object) => object.name === name)?.label;

  /** Changes of records are told by their object; what has no words is shown as it is. */
  const kind = (name: string): string => {
    const key = `settings.audit.kinds.${name}`;
    if (i18n.exists(key)) return t(key);
    const [object = '', done = ''] = name.split('.');
    const label = labelOf(object);
    const change = `settings.audit.changes.${done}`;
    return label !== undefined && i18n.exists(change) ? t(change, { label }) : name;
  };

  /** What is told of a kind besides whom it happened to. */
  const facts = ({ facts: all, subject }: AuditEntry): string => {
    const [object] = subject?.split('/') ?? [];
    const fields = objects.find(({ name }) => name === object)?.fields ?? [];
    const fieldOf = (name: string) => fields.find((field) => field.name === name);

    /** A value in words, where it has some: as a choice of its field, an object, or one of the audit's own. */
    const said = (value: unknown, choices: FieldMeta['choices'] = []): string => {
      if (Array.isArray(value)) return value.map((part) => said(part, choices)).join(' → ');
      if (value === null || value === undefined) return '–';
      if (typeof value === 'object') return JSON.stringify(value);
      const text = String(value);
      const key = `settings.audit.words.${text}`;
      const choice = choices.find((each) => each.value === text)?.label;
      return choice ?? labelOf(text) ?? (i18n.exists(key) ? t(key) : text);
    };
    const named = (name: string, value: unknown): readonly [string, string] => {
      if (name === 'fields' && Array.isArray(value))
        return [
          t('settings.audit.facts.fields'),
          value.map((each) => fieldOf(each)?.label ?? each).join(', '),
        ];
      if (name === 'changes') {
        const changes = Object.entries(value as Record<string, readonly unknown[]>);
        const given = changes.filter(([, [, after]]) => after !== null);
        const told = given.map(
          ([each, [, after]]) => `${fieldOf(each)?.label ?? each} = ${said(after, fieldOf(each)?.choices)}`,
        );
        return [t('settings.audit.facts.changes'), told.join(', ')];
      }
      const key = `settings.audit.facts.${name}`;
      const label = i18n.exists(key) ? t(key) : (fieldOf(name)?.label ?? name);
      return [label, said(value, fieldOf(name)?.choices)];
    };
    return Object.entries(all)
      .map((fact) => named(...fact))
      .map(([name, value]) => t('settings.audit.fact', { name, value }))
      .join(' · ');
  };

  return { kind, facts, labelOf };
}
