import { Link } from '@tanstack/react-router';
import { bothConditions } from '#kernel/both-conditions.ts';
import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { useAggregate } from '#web/api/queries.ts';
import { BoardSum } from '#web/board/board-sum.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import classes from './home.module.css';
import { Panel } from './panel.tsx';

/** A board as bars: how many and how much in each column; every line leads to its records. */
export function OverviewPanel({ object, view }: { object: ObjectMeta; view: ViewMeta }) {
  const locale = useLocale();
  const field = object.fields.find(({ name }) => name === view.groupBy);
  const sumField = object.fields.find(({ name }) => name === view.sum);
  const sumKey = `sum(${view.sum})`;
  const { data } = useAggregate(
    object.name,
    { groupBy: view.groupBy ?? '', measures: `count,${sumKey}`, where: view.where },
    { enabled: field !== undefined },
  );
  if (!field?.choices || !sumField) return null;
  const groups = field.choices.map((choice) => {
    const group = data?.find((each) => each[field.name] === choice.value);
    return { ...choice, count: Number(group?.count ?? 0), sum: String(group?.[sumKey] ?? '0') };
  });
  const most = Math.max(1, ...groups.map(({ count }) => count));
  const number = numberFormat(locale);
  return (
    <Panel
      title={`${object.plural} · ${view.label}`}
      count={data && number.format(groups.reduce((total, { count }) => total + count, 0))}
      to={{ object: object.name, view: view.name, board: true }}
    >
      <ul className={classes.bars}>
        {groups.map(({ value, label, color, count, sum }) => (
          <li key={value}>
            <Link
              to="/$object"
              params={{ object: object.name }}
              search={{ where: bothConditions(view.where, { [field.name]: value }) }}
              className={classes.bar}
            >
              <span className={classes.barLabel}>{label}</span>
              <span className={classes.track}>
                <span
                  className={classes.fill}
                  style={{
                    width: `${(count / most) * 100}%`,
                    background: `var(--mantine-color-${color}-5)`,
                  }}
                />
              </span>
              <span className={classes.barCount}>{number.format(count)}</span>
              <span className={classes.barSum}>
                <BoardSum field={sumField} sum={sum} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
