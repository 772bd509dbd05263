import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Cell, GridRow, GroupValue } from '#kernel/report/grid.ts';
import { recordsBehind } from '#kernel/report/question.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import type { Measure } from '#kernel/report/report-field.ts';
import { changeText, groupText, groupWords, measureText, measureWords } from '#kernel/report/words.ts';
import classes from './report-table.module.css';

interface ReportTableProps {
  readonly answer: ReportAnswer;
  readonly caption: string;
}

/** A report's numbers, rows below each other and groups side by side; every number leads to its records. */
export function ReportTable({ answer, caption }: ReportTableProps) {
  const { t } = useTranslation();
  const { grid, question, words } = answer;
  if (!grid) return null;
  const { measures, rows, columns } = question;
  const heads = [...grid.columns, undefined];
  // One number needs no name below each of the groups.
  const alone = columns && measures.length === 1 ? measures[0] : undefined;
  const tableRow = (row: GridRow, label: string, depth: number) => (
    <tr key={row.key} data-depth={depth}>
      <th scope="row">{label}</th>
      {[...row.cells, row.total].flatMap((cell, index) =>
        measures.map((measure) => (
          <td
            key={`${JSON.stringify(heads[index]?.value)} ${measure.name}`}
            data-total={index === row.cells.length || undefined}
          >
            <Figure
              answer={answer}
              cell={cell}
              groups={inColumn(row, grid.columns[index])}
              measure={measure}
            />
          </td>
        )),
      )}
    </tr>
  );
  return (
    <Table.ScrollContainer minWidth={320} type="native" className={classes.room}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          {columns && (
            <tr>
              {alone ? <th scope="col">{measureWords(words, alone)}</th> : <td />}
              {heads.map((group) => (
                <th key={JSON.stringify(group?.value)} colSpan={measures.length} scope="colgroup">
                  {group ? groupText(words, group) : t('reports.all')}
                </th>
              ))}
            </tr>
          )}
          {!alone && (
            <tr>
              {rows.length > 0 ? (
                <th scope="col">{rows.map((field) => groupWords(words, field)).join(' › ')}</th>
              ) : (
                <td />
              )}
              {heads.flatMap((group) =>
                measures.map((measure) => (
                  <th key={`${JSON.stringify(group?.value)} ${measure.name}`} scope="col">
                    {measureWords(words, measure)}
                  </th>
                )),
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {grid.rows.map((row) => {
            const last = row.groups.at(-1) as GroupValue;
            return tableRow(row, groupText(words, last), row.groups.length);
          })}
        </tbody>
        <tfoot>{tableRow(grid.whole, t('reports.all'), 0)}</tfoot>
      </table>
    </Table.ScrollContainer>
  );
}

function inColumn(row: GridRow, column: GroupValue | undefined): readonly GroupValue[] {
  return column ? [...row.groups, column] : row.groups;
}

interface FigureProps {
  readonly answer: ReportAnswer;
  readonly cell: Cell;
  readonly groups: readonly GroupValue[];
  readonly measure: Measure;
}

function Figure({ answer, cell, groups, measure }: FigureProps) {
  const { words, settings, object, question } = answer;
  const value = cell.values?.[measure.name];
  const change = changeText(words, value, cell.before?.[measure.name]);
  if (value === undefined) return <span className={classes.none}>–</span>;
  return (
    <>
      <Link
        to="/$object"
        params={{ object }}
        search={{ where: recordsBehind(settings, groups, question.today) }}
        className={classes.figure}
      >
        {measureText(words, measure, value)}
      </Link>
      {question.queryBefore && (
        <span className={classes.change} title={measureText(words, measure, cell.before?.[measure.name])}>
          {change ?? '–'}
        </span>
      )}
    </>
  );
}
