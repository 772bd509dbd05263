import { defineViews } from '#kernel/view.ts';

export const accessAlarmViews = defineViews(
  'administration.accessAlarm',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['person.name', 'what', 'how', 'amount', 'within', 'begunAt', 'address'],
    },
  ],
  {
    highlights: ['person', 'what', 'amount', 'within'],
    sections: {
      details: ['person', 'what', 'how', 'amount', 'threshold', 'within', 'begunAt', 'address'],
    },
  },
);
