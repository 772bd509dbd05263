import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExceptionalDays as Days } from '#kernel/working-time/company-time.ts';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { HoursEditor } from './hours-editor.tsx';
import { firstError, Wrong } from './week-editor.tsx';
import classes from './working-time.module.css';

interface ExceptionalDaysProps {
  readonly days: readonly Days[];
  readonly errors: Readonly<Record<string, string>>;
  readonly at: string;
  onChange(days: readonly Days[]): void;
}

/** Days on which the company works otherwise than in its week: free ones, worked ones, ones with hours of their own. */
export function ExceptionalDays({ days, errors, at, onChange }: ExceptionalDaysProps) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const kinds = ['free', 'worked', 'ownHours'] as const;
  return (
    <div>
      {days.map((each, place) => {
        const set = (changed: Days) => onChange(days.map((other, at) => (at === place ? changed : other)));
        const { hours: _, ...plain } = each;
        const name = each.name || t('settings.workingTime.dayName');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that stays while it is typed
          <div key={place} className={classes.exception}>
            <TextInput
              type="date"
              required
              aria-label={t('settings.workingTime.firstDay', { name })}
              value={each.from}
              onChange={({ currentTarget: { value } }) =>
                set({ ...each, from: value, to: each.to < value || each.to === each.from ? value : each.to })
              }
            />
            <TextInput
              type="date"
              required
              aria-label={t('settings.workingTime.lastDay', { name })}
              min={each.from}
              value={each.to}
              onChange={(event) => set({ ...each, to: event.currentTarget.value })}
            />
            <TextInput
              className={classes.exceptionName}
              required
              maxLength={100}
              aria-label={t('settings.workingTime.dayName')}
              placeholder={t('settings.workingTime.dayNameExample')}
              value={each.name}
              onChange={(event) => set({ ...each, name: event.currentTarget.value })}
            />
            <Select
              className={classes.exceptionKind}
              aria-label={t('settings.workingTime.kind', { name })}
              allowDeselect={false}
              data={kinds.map((kind) => ({ value: kind, label: t(`settings.workingTime.kinds.${kind}`) }))}
              value={each.works ? (each.hours ? 'ownHours' : 'worked') : 'free'}
              onChange={(kind) =>
                set({
                  ...plain,
                  works: kind !== 'free',
                  ...(kind === 'ownHours' && { hours: [{ from: '09:00', to: '12:00' }] }),
                })
              }
            />
            <ActionIcon
              aria-label={t('settings.workingTime.removeDay', { name })}
              onClick={() => onChange(days.filter((_, at) => at !== place))}
            >
              <IconTrash size={15} />
            </ActionIcon>
            {each.hours && (
              <div className={classes.exceptionHours}>
                <HoursEditor label={name} hours={each.hours} onChange={(hours) => set({ ...each, hours })} />
              </div>
            )}
            <div className={classes.exceptionHours}>
              <Wrong message={firstError(errors, `${at}.${place}`)} />
            </div>
          </div>
        );
      })}
      <Wrong message={errors[at]} />
      <Button
        variant="default"
        size="compact-sm"
        mt="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          const today = todayIn(timeZone);
          onChange([...days, { from: today, to: today, name: '', works: false }]);
        }}
      >
        {t('settings.workingTime.addDay')}
      </Button>
    </div>
  );
}
