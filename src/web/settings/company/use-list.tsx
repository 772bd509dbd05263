import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatSize } from '#web/fields/file/format.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Setting } from '../section.tsx';
import type { CompanyUse } from './company-use.ts';
import classes from './use-list.module.css';

const megabyte = 1024 * 1024;

/** What a company uses of what it may, each with a bar where there is a limit. */
export function UseList({ use, limits }: CompanyUse) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const size = (value: number) => formatSize(value, locale);
  const rows = [
    { name: 'people', used: use.people, most: limits.people, say: number },
    { name: 'records', used: use.records, most: limits.records, say: number },
    { name: 'storage', used: use.storage, most: limits.storage && limits.storage * megabyte, say: size },
    { name: 'imports', used: use.imports, most: limits.imports, say: number },
  ];
  return (
    <>
      {rows.map(({ name, used, most, say }) => (
        <Setting key={name} label={t(`settings.use.${name}`)}>
          <span className={classes.use}>
            {most === undefined ? say(used) : t('settings.use.of', { used: say(used), most: say(most) })}
            {most !== undefined && (
              <Progress
                value={Math.min(100, (100 * used) / most)}
                color={used >= most ? 'red' : used >= most * 0.9 ? 'amber' : 'gray'}
                size="sm"
                className={classes.bar ?? ''}
                aria-label={t(`settings.use.${name}`)}
              />
            )}
          </span>
        </Setting>
      ))}
      {limits.requests !== undefined && (
        <Setting label={t('settings.use.requests')}>{number(limits.requests)}</Setting>
      )}
    </>
  );
}
