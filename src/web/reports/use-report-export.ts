import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportSettings } from '#kernel/report-settings.ts';
import { download } from '#web/api/download.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem, toastProgress } from '#web/kit/toast.tsx';

interface ExportedReport {
  readonly name: string;
  readonly object: string;
  readonly settings: ReportSettings;
}

type Format = 'xlsx' | 'pdf' | 'csv';

export interface ReportExporter {
  save(format: Format): void;
  /** What was refused until a reason is given. */
  readonly unreasoned: Format | undefined;
  give(reason: string): void;
  leave(): void;
}

/** Has reports as a file, as they are on the screen now; asks for a reason where the company wants one. */
export function useReportExport(title: string, reports: () => readonly ExportedReport[]): ReportExporter {
  const { t } = useTranslation();
  const locale = useLocale();
  const [unreasoned, setUnreasoned] = useState<Format>();
  const saving = useMutation({
    mutationFn: ({ format, reason }: { format: Format; reason?: string }) =>
      download('reports/export', locale, { title, format, reports: reports(), reason }),
    onMutate: () => toastProgress(t('list.exporting')),
    onSettled: (_, __, ___, done) => done?.(),
    onError: (error, { format }) => {
      if (error instanceof ProblemError && error.problem.errors?.some(({ code }) => code === 'exportReason'))
        setUnreasoned(format);
      else toastProblem(error);
    },
  });
  return {
    save: (format) => saving.mutate({ format }),
    unreasoned,
    give(reason) {
      if (unreasoned) saving.mutate({ format: unreasoned, reason });
      setUnreasoned(undefined);
    },
    leave: () => setUnreasoned(undefined),
  };
}
