import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';

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

  return { kind, labelOf };
}
