import { Center } from '@mantine/core';
import type { ReactNode } from 'react';

/** Puts a short message into the middle of whatever space there is. */
export function Centered({ children }: { children: ReactNode }) {
  return (
    <Center mih="60vh" p="xl">
      {children}
    </Center>
  );
}
