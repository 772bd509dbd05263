import { Button, Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import type { Values } from '#web/fields/field-props.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { spanInWords } from './span-in-words.ts';
import classes from './taken.module.css';
import { TakenList } from './taken-list.tsx';
import { askTaken, timesAndPeople } from './taken-then.ts';

interface TakenNoticeProps {
  readonly object: ObjectMeta;
  readonly values: Values;
  onChange(values: Values): void;
}

/** Says in a form who is taken up when the new record is to take place, and offers the next time when all are free. */
export function TakenNotice({ object, values, onChange }: TakenNoticeProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { occurs } = object;
  const asked = JSON.stringify(timesAndPeople(object, values));
  const [settled] = useDebouncedValue(asked, 350);
  const [anyHour, setAnyHour] = useState(false);
  const { data } = useQuery({
    queryKey: [...keys.object(object.name), 'taken', settled, anyHour],
    queryFn: ({ signal }) => askTaken(object.name, { values: JSON.parse(settled), anyHour }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { taken = [], off = [], free } = data ?? {};
  return (
    <div role="status">
      {taken.length + off.length > 0 && (
        <div className={classes.notice}>
          <div className={classes.title}>
            <IconCalendarExclamation size={16} aria-hidden />
            {t(taken.length > 0 ? 'taken.title' : 'taken.offTitle')}
          </div>
          <TakenList taken={taken} off={off} />
          {free && occurs?.to && (
            <Button
              className={classes.free}
              variant="default"
              size="compact-sm"
              onClick={() =>
                onChange({ ...values, [occurs.from]: free.from, ...(occurs.to && { [occurs.to]: free.to }) })
              }
            >
              {t('taken.free', { when: spanInWords(free, locale, timeZone) })}
            </Button>
          )}
          {occurs?.withinHours && (
            <Checkbox
              size="xs"
              mt={6}
              label={t('taken.anyHour')}
              checked={anyHour}
              onChange={(event) => setAnyHour(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
    </div>
  );
}
