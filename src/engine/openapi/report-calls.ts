import type { Call } from './call.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };
const open = { type: 'object', additionalProperties: true };

/** What reports tell, as a file. */
export function reportCalls(say: Phrases): readonly Call[] {
  const report = {
    type: 'object',
    required: ['name', 'object'],
    properties: {
      ...{ name: { ...text, maxLength: 80 }, object: text },
      settings: { ...open, description: say('reportSettings') },
    },
  };
  return [
    {
      method: 'post',
      path: '/api/reports/export',
      id: 'exportReports',
      tag: say('reports'),
      summary: say('exportReports'),
      description: say('exportReportsMore'),
      body: {
        type: 'object',
        required: ['title', 'format', 'reports'],
        properties: {
          title: { ...text, maxLength: 80 },
          format: { type: 'string', enum: ['xlsx', 'pdf', 'csv'] },
          reports: { type: 'array', minItems: 1, maxItems: 30, items: report },
          reason: { ...text, maxLength: 300 },
        },
      },
      gives: [
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/pdf',
        'text/csv',
      ],
      answer: { type: 'string' },
      refuses: [403, 404, 422],
    },
  ];
}
