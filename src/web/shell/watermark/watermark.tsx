import { useMeta } from '#web/api/queries.ts';
import { formatDateTime } from '#web/fields/date-time/format.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useMomentOfPrinting } from './use-moment-of-printing.ts';
import classes from './watermark.module.css';

const times = Array.from({ length: 60 }, (_, index) => index);

/** Who looks, at what company, and when: faintly over every printed page, and over the screen where that is set. */
export function Watermark() {
  const { user, workspace } = useMeta();
  const { locale, timeZone } = useFormatting();
  const moment = useMomentOfPrinting();
  const name = user.impersonator?.name ?? user.name;
  const words = [workspace.label, name, formatDateTime(moment.toISOString(), locale, timeZone)].join(' · ');
  return (
    <div aria-hidden className={classes.sheet} data-screen={user.watermark || undefined}>
      <div className={classes.words}>
        {times.map((index) => (
          <span key={index}>{words}</span>
        ))}
      </div>
    </div>
  );
}
