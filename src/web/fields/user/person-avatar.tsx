import { Avatar } from '@mantine/core';
import { initials, personColor } from './initials.ts';

interface PersonAvatarProps {
  readonly name: string;
  readonly size?: number;
}

/** A person's round picture: letters on a colour that is always the same for that name. */
export function PersonAvatar({ name, size = 20 }: PersonAvatarProps) {
  const small = size < 24;
  return (
    <Avatar
      size={size}
      radius="xl"
      variant="light"
      color={personColor(name)}
      aria-hidden
      styles={{ placeholder: { fontSize: Math.round(size * (small ? 0.5 : 0.38)), fontWeight: 600 } }}
    >
      {initials(name, small ? 1 : 2)}
    </Avatar>
  );
}
