import { Skeleton, Stack } from '@mantine/core';

const widths = ['92%', '78%', '85%', '70%', '88%', '74%', '81%', '66%'];

/** The shape of a page while it arrives. */
export function PageSkeleton() {
  return (
    <Stack p="lg" gap="md" aria-hidden>
      <Skeleton height={24} width={180} />
      {widths.map((width) => (
        <Skeleton key={width} height={16} width={width} />
      ))}
    </Stack>
  );
}
