import { Alert, Anchor, Button, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { WelcomeFrame } from './welcome-frame.tsx';

interface MailedFormProps {
  readonly title: string;
  readonly lead: string;
  /** What the button says. */
  readonly submit: string;
  readonly pending: boolean;
  readonly error: Error | null;
  /** Errors that stand at their fields. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** What is said instead of the fields once it is done. */
  readonly done?: { readonly text: string; readonly color: string } | undefined;
  readonly children: ReactNode;
  onSubmit(): void;
}

/** A step on the way back in by mail: it asks one thing, says when that is done, and leads back to signing in. */
export function MailedForm({
  title,
  lead,
  submit,
  pending,
  error,
  known,
  done,
  children,
  onSubmit,
}: MailedFormProps) {
  const { t } = useTranslation();
  return (
    <WelcomeFrame title={title} lead={lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap="lg">
          <FormProblem error={error} {...(known && { known })} />
          {done ? (
            <Alert color={done.color} role="status" p="sm">
              {done.text}
            </Alert>
          ) : (
            <>
              {children}
              <Button type="submit" size="md" color="seal" fullWidth loading={pending}>
                {submit}
              </Button>
            </>
          )}
          <Anchor component={Link} to="/sign-in" size="sm">
            {t('signIn.back')}
          </Anchor>
        </Stack>
      </form>
    </WelcomeFrame>
  );
}
