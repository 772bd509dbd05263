import { useId } from 'react';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useMomentOfPrinting } from './use-moment-of-printing.ts';
import classes from './watermark.module.css';

/**
 * Who looks, at what company, and when: faintly over every printed page, and over the screen where that is set. One
 * tile, repeated by the browser over however large the page is.
 */
export function Watermark() {
  const { user, workspace } = useMeta();
  const { locale, timeZone } = useFormatting();
  const moment = useMomentOfPrinting();
  const tile = useId();
  const name = user.impersonator?.name ?? user.name;
  const words = [workspace.label, name, formatDateTime(moment.toISOString(), locale, timeZone)].join(' · ');
  const width = widthOf(words) + 96;
  return (
    <svg aria-hidden className={classes.sheet} data-screen={user.watermark || undefined}>
      <pattern
        id={tile}
        width={width}
        height={176}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-22)"
      >
        <text x={0} y={44}>
          {words}
        </text>
        {/* The next row begins half a tile further. */}
        {[-width / 2, width / 2].map((x) => (
          <text key={x} x={x} y={132}>
            {words}
          </text>
        ))}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${tile})`} />
    </svg>
  );
}

/** About how wide words are at 14 pixels: Chinese ones are square. */
function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 8), 0);
}
