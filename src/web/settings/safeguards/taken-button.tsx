import { Button } from '@mantine/core';
import { useState } from 'react';
import { TakenDialog } from './taken-dialog.tsx';

interface TakenButtonProps {
  readonly label: string;
  readonly person: string;
  readonly name: string;
}

/** Shows what somebody has looked at and exported. */
export function TakenButton({ label, person, name }: TakenButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={() => setOpened(true)}>
        {label}
      </Button>
      <TakenDialog {...{ opened, person, name }} onClose={() => setOpened(false)} />
    </>
  );
}
