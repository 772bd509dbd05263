import type { DisplayProps } from '../field-props.ts';
import classes from '../link.module.css';
import { formatLocation, type Location } from './format.ts';

/** A point that opens on a map. */
export function LocationDisplay({ value }: DisplayProps) {
  const point = value as Location;
  const address = `https://www.openstreetmap.org/?mlat=${point.latitude}&mlon=${point.longitude}#map=16/${point.latitude}/${point.longitude}`;
  return (
    <a
      className={classes.link}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => event.stopPropagation()}
    >
      {formatLocation(point)}
    </a>
  );
}
