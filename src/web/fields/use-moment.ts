import { todayIn } from '#kernel/writing/wall-clock.ts';
import { useMeta } from '#web/api/queries.ts';

/** Who is writing, and when, as the defaults of fields need to know. */
export function useMoment() {
  const { user } = useMeta();
  return () => ({ actor: user.id, today: todayIn(user.timeZone), now: new Date().toISOString() });
}
