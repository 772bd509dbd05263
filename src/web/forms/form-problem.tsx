import { Alert } from '@mantine/core';
import { ProblemError } from '#web/api/problem.ts';

interface FormProblemProps {
  readonly error: Error | null | undefined;
  /** Messages already shown beside their fields. */
  readonly known?: Readonly<Record<string, unknown>>;
}

/** What a form cannot show at one of its fields. */
export function FormProblem({ error, known = {} }: FormProblemProps) {
  if (!error) return null;
  const complaints = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const homeless = complaints.filter(({ field }) => !(field in known));
  if (complaints.length > 0 && homeless.length === 0) return null;
  return (
    <Alert color="red" role="alert" p="sm">
      {homeless.length > 0 ? homeless.map(({ message }) => message).join(' ') : error.message}
    </Alert>
  );
}
