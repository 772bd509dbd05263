import { useTranslation } from 'react-i18next';
import type { Consequences } from './use-definitions.ts';

/** What would no longer work without a field. */
export function Dependents({ dependents }: Pick<Consequences, 'dependents'>) {
  const { t } = useTranslation();
  const fields = dependents.filter(({ kind }) => kind === 'field').map(({ label, name }) => label || name);
  const mappings = dependents.length - fields.length;
  return (
    <>
      {fields.length > 0 && <div>{t('settings.fields.dependentFields', { names: fields.join('、') })}</div>}
      {mappings > 0 && <div>{t('settings.fields.dependentMappings', { count: mappings })}</div>}
    </>
  );
}
