import { Button, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';

interface ConfirmButtonProps {
  readonly label: string;
  readonly question: string;
  onConfirm(): void;
}

/** For the few things that cannot be undone: a second click beside what it means. */
export function ConfirmButton({ label, question, onConfirm }: ConfirmButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <Button variant="default" size="compact-xs" onClick={() => setOpened(!opened)} aria-haspopup="dialog">
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" align="flex-start">
          <Text size="sm" style={{ whiteSpace: 'normal', textAlign: 'left' }}>
            {question}
          </Text>
          <Button
            color="red"
            onClick={() => {
              setOpened(false);
              onConfirm();
            }}
          >
            {label}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
