import type { Complaint } from '../problem.ts';
import { quotedValue } from '../quoted-value.ts';
import type { DefinedChoice } from './field-definition.ts';

const colors = ['grey', 'blue', 'teal', 'green', 'amber', 'orange', 'red', 'violet'];
const mostChoices = 500;

/** The values of a choice as a definition lists them; what is wrong with them goes to `complaints`. */
export function definedChoices(given: unknown, complaints: Complaint[]): readonly DefinedChoice[] {
  const complain = (field: string, code: string, parameters?: Complaint['parameters']) =>
    complaints.push({ field, code, ...(parameters && { parameters }) });
  if (given === null || given === undefined || (Array.isArray(given) && given.length === 0))
    complain('choices', 'required');
  else if (!Array.isArray(given)) complain('choices', 'notAList');
  else if (given.length > mostChoices) complain('choices', 'tooMany', { most: mostChoices });
  if (complaints.length > 0 || !Array.isArray(given)) return [];
  const known = new Set<string>();
  return given.map((item: unknown, index) => {
    const at = (part: string) => `choices.${index}.${part}`;
    const { value, color = 'grey', zh, en, names = [] } = Object(item) as Partial<DefinedChoice>;
    if (!isName(value)) complain(at('value'), value === undefined ? 'required' : 'notAChoiceName');
    else if (known.has(value.toLowerCase())) complain(at('value'), 'notUnique');
    known.add(String(value).toLowerCase());
    if (!colors.includes(color))
      complain(at('color'), 'notAChoice', { value: quotedValue(color), choices: colors.join(', ') });
    for (const [part, text] of Object.entries({ zh, en }))
      if (text !== undefined && text !== null && !isLabel(text)) complain(at(part), 'notText');
    if (!Array.isArray(names) || names.length > 50 || !names.every(isLabel))
      complain(at('names'), 'notAList');
    return {
      ...{ value: String(value), color },
      ...(isLabel(zh) && { zh }),
      ...(isLabel(en) && { en }),
      ...(Array.isArray(names) && names.length > 0 && { names }),
    };
  });
}

/** Words and digits of any script, so that it can stand in addresses, lists and files. */
function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_. -]{0,58}[\p{L}\p{M}\p{N}])?$/u.test(value)
  );
}

function isLabel(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '' && text.length <= 80 && !/\p{Cc}/u.test(text);
}
