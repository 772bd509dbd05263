/**
 * Object names that are ordinary words of programming or of English as well. They give an engine away
 * only as a text of its own: `'task'` names the object, `task` may be any piece of work.
 */
const ordinary = new Set([
  'account',
  'asset',
  'case',
  'contract',
  'conversation',
  'lead',
  'meeting',
  'note',
  'order',
  'payment',
  'pipeline',
  'product',
  'quote',
  'return',
  'stage',
  'task',
  'touch',
]);

/** Words of the language itself: a node of expressions, a type of field, the people who use the product, their
 * rights, views, reports and talk, what follows from what they do, and the programs that are told what happens. */
const ofTheLanguage = new Set([
  'call',
  'email',
  'user',
  'team',
  'role',
  'department',
  'territory',
  'share',
  'sharingRule',
  'savedView',
  'recordType',
  'pageLayout',
  'validationRule',
  'duplicateRule',
  'automation',
  'report',
  'dashboard',
  'dashboardTile',
  'comment',
  'reaction',
  'following',
  'document',
  'documentVersion',
  'webhook',
]);

/** The business words that a text contains, each as it was found. */
export function businessWords(text: string, objects: readonly string[]): string[] {
  const words = spread(text);
  return objects.flatMap((qualified) => {
    const noun = qualified.slice(qualified.indexOf('.') + 1);
    if (text.includes(qualified)) return [qualified];
    if (ofTheLanguage.has(noun)) return [];
    if (ordinary.has(noun)) return quoted(noun).test(text) ? [`'${noun}'`] : [];
    return wordsOf(noun).test(words) ? [noun] : [];
  });
}

/** camelCase, kebab-case and snake_case as words apart, in lower case. */
function spread(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_./\s]+/g, ' ')
    .toLowerCase();
}

/** The noun, or its plural, as whole words. */
function wordsOf(noun: string): RegExp {
  const singular = spread(noun);
  const plural = singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
  return new RegExp(`\\b(${singular}|${plural})\\b`);
}

function quoted(noun: string): RegExp {
  return new RegExp(`(['"\`])${noun}s?\\1`);
}
