import { dayIn } from '#kernel/expression/zone.ts';
import type { ModelMeta } from '#kernel/meta.ts';
import type { AggregateAnswer, AggregateQuery } from '#kernel/report/answer.ts';
import { gridOf } from '#kernel/report/grid.ts';
import { questionOf } from '#kernel/report/question.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { reportTexts } from '#kernel/report/report-texts.ts';
import { groupOrder } from '#kernel/report/words.ts';
import type { ReportSettings } from '#kernel/report-settings.ts';
import { aggregateRecords } from '../records/aggregate.ts';
import type { Context } from '../records/context.ts';

/** A report that is asked for, saved or not. */
export interface AskedReport {
  readonly name: string;
  readonly object: string;
  readonly settings: ReportSettings;
}

/** What a report tells the actor: his numbers, in his language, laid out as on the screen. */
export async function answerReport(
  context: Context,
  meta: ModelMeta,
  { object, settings }: AskedReport,
): Promise<ReportAnswer & { readonly grid: NonNullable<ReportAnswer['grid']> }> {
  const { actor, workspace, now } = context;
  const formatting = {
    ...{ locale: actor.locale, timeZone: actor.timeZone, currency: workspace.currency },
    currencies: Object.keys(workspace.rates),
  };
  const words = { t: reportTexts(actor.locale), formatting };
  const question = questionOf(meta, object, settings, dayIn(now, actor.timeZone));
  const asked = [question.query, ...(question.queryBefore ? [question.queryBefore] : [])];
  const [answer, before] = await Promise.all(asked.map((query) => measured(context, object, query)));
  const sortBy = question.measures.find(({ name }) => name === settings.sortBy)?.name;
  const grid = gridOf(question, answer ?? { groups: [] }, before, groupOrder(words), sortBy);
  return { object, settings, question, words, grid };
}

async function measured(context: Context, object: string, query: AggregateQuery): Promise<AggregateAnswer> {
  const answer = await aggregateRecords(context, object, {
    groupBy: namesIn(query.groupBy ?? ''),
    measures: namesIn(query.measures),
    where: query.where,
    totals: true,
  });
  return JSON.parse(answer.toString()) as AggregateAnswer;
}

function namesIn(list: string): readonly string[] {
  return list.split(',').filter((name) => name !== '');
}
