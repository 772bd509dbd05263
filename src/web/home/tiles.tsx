import type { ObjectMeta } from '#kernel/meta.ts';
import { evenColumns } from './even-columns.ts';
import classes from './home.module.css';
import { Tile } from './tile.tsx';

/** How many tiles find room side by side on narrow, usual and wide windows; the style sheet says from which width on. */
const rooms = { phone: 2, narrow: 4, usual: 6, wide: 11 } as const;

/** Figures of everything that is worth counting, in rows of one length as far as they divide. */
export function Tiles({ subjects }: { readonly subjects: readonly ObjectMeta[] }) {
  const columns = Object.fromEntries(
    Object.entries(rooms).map(([name, room]) => [`--${name}`, evenColumns(subjects.length, room)]),
  );
  return (
    <div className={classes.tilesRoom}>
      <div className={classes.tiles} style={columns}>
        {subjects.map((object) => (
          <Tile key={object.name} object={object} />
        ))}
      </div>
    </div>
  );
}
