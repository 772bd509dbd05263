import { commonOption, type Drawing, type Subject } from './drawing.ts';

/** How much of a goal is reached; without a goal what is reached stands alone. */
export function drawGauge(subject: Subject): Drawing {
  const { answer, grid, look, number, text } = subject;
  const reached = number(grid.whole.total);
  const goal = Number(answer.settings.goal) || 0;
  const share = new Intl.NumberFormat(answer.words.formatting.locale, { style: 'percent' });
  const { legend: _, tooltip: __, ...common } = commonOption(subject);
  return {
    option: {
      ...common,
      series: [
        {
          ...{
            type: 'gauge',
            min: 0,
            max: Math.max(goal, reached, 1),
            radius: '95%',
            center: ['50%', '58%'],
          },
          progress: { show: true, width: 14, itemStyle: { color: look.series[0] } },
          axisLine: { lineStyle: { width: 14, color: [[1, look.line]] } },
          ...{ axisTick: { show: false }, splitLine: { show: false }, axisLabel: { show: false } },
          pointer: { show: false },
          detail: { fontSize: 20, color: look.ink, formatter: () => text(reached), offsetCenter: [0, 0] },
          title: { fontSize: 12, color: look.soft, offsetCenter: [0, 28] },
          data: [
            {
              value: reached,
              name:
                goal > 0
                  ? answer.words.t('reports.ofGoal', {
                      share: share.format(reached / goal),
                      goal: text(goal),
                    })
                  : '',
            },
          ],
        },
      ],
    },
    groupsAt: () => [],
  };
}
