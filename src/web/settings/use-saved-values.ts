import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '#web/api/problem.ts';
import { toast } from '#web/kit/toast.tsx';

/** Values that are held while somebody changes them in a form, saved together, and what was wrong with which of them. */
export function useSavedValues<Values extends object, Saved>(
  start: Values,
  write: (values: Values) => Promise<Saved>,
  saved: (answer: Saved) => unknown,
) {
  const { t } = useTranslation();
  const [values, setValues] = useState(start);
  const save = useMutation({
    mutationFn: () => write(values),
    onSuccess: (answer) => {
      toast(t('settings.saved'));
      return saved(answer);
    },
  });
  return {
    values,
    change: (part: Partial<Values>) => setValues({ ...values, ...part }),
    saving: save.isPending,
    error: save.error,
    errors: save.error instanceof ProblemError ? save.error.fields : {},
    onSubmit(event: FormEvent) {
      event.preventDefault();
      save.mutate();
    },
  };
}
