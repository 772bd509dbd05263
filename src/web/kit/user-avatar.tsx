import { initials } from './initials.ts';
import { statusColors } from './palette.ts';
import classes from './user-avatar.module.css';

/** A person as a small round sign: initials on a colour that stays his. */
export function UserAvatar({ name, size = 22 }: { name: string; size?: number }) {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  const color = statusColors[sum % statusColors.length];
  return (
    <span
      className={classes.avatar}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.42,
        backgroundColor: `light-dark(var(--mantine-color-${color}-1), var(--mantine-color-${color}-8))`,
        color: `light-dark(var(--mantine-color-${color}-8), var(--mantine-color-${color}-1))`,
      }}
      aria-hidden
    >
      {initials(name)}
    </span>
  );
}
