import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { gridOf } from '#kernel/report/grid.ts';
import { questionOf, todayIn } from '#kernel/report/question.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { groupOrder } from '#kernel/report/words.ts';
import type { ReportSettings } from '#kernel/report-settings.ts';
import { useMeta, useTotals } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';

/** An answer on its way. */
export interface AwaitedAnswer extends ReportAnswer {
  readonly error: Error | null;
  /** The answer shown is that of the question before. */
  readonly waiting: boolean;
}

/** Asks what a report tells, as it is set now. */
export function useReport(object: string, settings: ReportSettings): AwaitedAnswer {
  const { t } = useTranslation();
  const meta = useMeta();
  const formatting = useFormatting();
  const words = useMemo(() => ({ t, formatting }), [t, formatting]);
  const today = todayIn(meta.user.timeZone);
  const question = useMemo(() => questionOf(meta, object, settings, today), [meta, object, settings, today]);
  const now = useTotals(object, question.query);
  const before = useTotals(object, question.queryBefore ?? question.query, {
    enabled: question.queryBefore !== undefined,
  });
  const then = question.queryBefore ? before.data : undefined;
  const sortBy = question.measures.find(({ name }) => name === settings.sortBy)?.name;
  const grid = useMemo(
    () => (now.data ? gridOf(question, now.data, then, groupOrder(words), sortBy) : undefined),
    [now.data, then, question, words, sortBy],
  );
  const waiting = now.isPlaceholderData || before.isPlaceholderData;
  return { object, settings, question, words, grid, error: now.error ?? before.error, waiting };
}
