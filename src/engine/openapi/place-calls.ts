import type { Call } from './call.ts';
import { objectOf } from './object-of.ts';
import type { Phrases } from './phrases.ts';

const text = { type: 'string' };

/** Regions and cities, by which positions are asked for. */
export function placeCalls(say: Phrases): readonly Call[] {
  const place = { ...objectOf({ code: text, name: text, within: text }), required: ['code', 'name'] };
  return [
    {
      ...{ method: 'get', path: '/api/places', id: 'listPlaces', tag: say('across') },
      summary: say('places'),
      parameters: [
        { name: 'q', in: 'query', description: say('placeWords'), schema: text },
        { name: 'codes', in: 'query', description: say('placeCodes'), schema: text },
      ],
      answer: objectOf({ places: { type: 'array', items: place } }),
    },
  ];
}
