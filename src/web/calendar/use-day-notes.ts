import { useEffect, useState } from 'react';
import { useFormatting } from '#web/fields/use-formatting.ts';
import type { DayNote } from './day-note.ts';

const none: ReadonlyMap<string, DayNote> = new Map();

/** What the calendar of China says of these days, for those who read Chinese; fetched when it is first needed. */
export function useDayNotes(days: readonly string[]): ReadonlyMap<string, DayNote> {
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
  return chinese ? notes : none;
}
