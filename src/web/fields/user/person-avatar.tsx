import { initials, personColor } from './initials.ts';
import classes from './person-avatar.module.css';

interface PersonAvatarProps {
  readonly name: string;
  readonly size?: number;
}

/** A person's round picture: letters on a colour that is always the same for that name. */
export function PersonAvatar({ name, size = 20 }: PersonAvatarProps) {
  const letters = initials(name, size < 24 ? 1 : 2);
  const hue = personColor(name);
  const look: Readonly<Record<string, string | number>> = {
    width: size,
    height: size,
    fontSize: Math.round(size * (letters.length > 1 ? 0.4 : 0.54)),
    '--paper': `var(--mantine-color-${hue}-2)`,
    '--letter': `var(--mantine-color-${hue}-9)`,
    '--hue': `var(--mantine-color-${hue}-5)`,
  };
  return (
    <span className={classes.avatar} style={look} aria-hidden>
      {letters}
    </span>
  );
}
