import { useEffect, useState } from 'react';
import { useFormatting } from '#web/fields/use-formatting.ts';
import type { DayNote } from './day-note.ts';
import type { WorkingTime } from './use-working-time.ts';

const none: ReadonlyMap<string, DayNote> = new Map();

/**
 * What the calendar of China says of these days, for those who read Chinese; fetched when it is first needed. What the
 * company says of them goes before it.
 */
export function useDayNotes(
  days: readonly string[],
  ofCompany: WorkingTime['days'],
): ReadonlyMap<string, DayNote> {
  const chinese = useFormatting().locale.startsWith('zh');
  const [notes, setNotes] = useState(none);
  const wanted = days.join();
  useEffect(() => {
    let current = true;
    if (chinese)
      import('./day-note.ts').then(({ dayNotes }) => {
        if (current) setNotes(dayNotes(wanted.split(',')));
      });
    return () => {
      current = false;
    };
  }, [chinese, wanted]);
  const own = [...ofCompany].map(([day, { name, works }]): readonly [string, DayNote] => [
    day,
    { text: name, special: true, work: works ? 'on' : 'off', ofCompany: true },
  ]);
  return new Map([...(chinese ? notes : none), ...own]);
}
