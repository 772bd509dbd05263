import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import type { Consequences } from './use-consequences.ts';

/** What would no longer work without it. */
export function Dependents({ dependents }: Pick<Consequences, 'dependents'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { objects } = useMeta();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const fields = dependents.filter(({ kind }) => kind === 'field').map(({ label, name }) => label || name);
  const mappings = dependents.filter(({ kind }) => kind === 'mapping').length;
  const records = dependents.filter(({ kind }) => kind === 'records');
  return (
    <>
      {fields.length > 0 && <div>{t('settings.own.fields', { names: list.format(fields) })}</div>}
      {mappings > 0 && <div>{t('settings.own.mappings', { count: mappings })}</div>}
      {records.map(({ name, count = 0, examples = [] }) => (
        <div key={name}>
          {t('settings.own.records', {
            label: objects.find((object) => object.name === name)?.plural ?? name,
            names: list.format(examples.slice(0, count > 3 ? 3 : 5)),
            count,
            more: count - 3,
            context: count > 3 ? 'more' : undefined,
          })}
        </div>
      ))}
    </>
  );
}
