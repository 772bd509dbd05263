import { Button, Group, Stack, Text } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';

interface VerbDialogProps {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly color: 'seal' | 'red';
  readonly verb: Pick<UseMutationResult<unknown, Error, never>, 'error' | 'isPending'>;
  readonly disabled?: boolean;
  onClose(): void;
  onDo(): void;
  /** The fields, given what is wrong with each. */
  children(errors: Readonly<Record<string, string>>): ReactNode;
}

/** Asks for what is needed to do something about a company. */
export function VerbDialog({
  title,
  text,
  button,
  color,
  verb,
  disabled,
  onClose,
  onDo,
  children,
}: VerbDialogProps) {
  const { t } = useTranslation();
  const errors = verb.error instanceof ProblemError ? verb.error.fields : {};
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDo();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{text}</Text>
          <FormProblem error={verb.error} known={errors} />
          {children(errors)}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('secondFactor.cancel')}
            </Button>
            <Button type="submit" color={color} loading={verb.isPending} disabled={disabled ?? false}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
