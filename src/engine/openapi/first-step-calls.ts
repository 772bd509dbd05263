import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

/** What somebody new begins with. */
export function firstStepCalls(say: Phrases): readonly Call[] {
  const step = objectOf({ name: { type: 'string' }, done: { type: 'boolean' } });
  return [
    {
      ...{ method: 'get', path: '/api/first-steps', id: 'listFirstSteps', tag: say('people') },
      summary: say('firstSteps'),
      answer: objectOf({ steps: { type: 'array', items: step } }),
    },
  ];
}
