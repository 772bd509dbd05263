import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import own from '../own/own.module.css';
import type { PartProps } from './part-props.ts';

interface OwnTextsProps extends PartProps {
  readonly names: readonly ('label' | 'plural' | 'name')[];
}

/** Texts in both languages, that of the reader first. */
export function OwnTexts({ draft, errors, names, change }: OwnTextsProps) {
  const { t } = useTranslation();
  const order = useLocale() === 'zh-CN' ? (['Zh', 'En'] as const) : (['En', 'Zh'] as const);
  return (
    <div className={own.row}>
      {names.flatMap((name) =>
        order.map((language, index) => {
          const field = `${name}${language}` as const;
          const leads = name === 'label' && index === 0;
          return (
            <TextInput
              key={field}
              label={t(`settings.objects.${field}`)}
              value={draft[field] ?? ''}
              onChange={(event) => change({ [field]: event.currentTarget.value || null })}
              error={errors[field]}
              maxLength={60}
              withAsterisk={leads}
              data-autofocus={leads || undefined}
            />
          );
        }),
      )}
    </div>
  );
}
