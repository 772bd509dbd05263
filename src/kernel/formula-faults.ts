import { type Expression, pathsOf } from './expression/expression.ts';
import { MixedMoney, moneyOf } from './expression/money-of.ts';
import type { Field } from './field/field.ts';
import { tellsCurrency } from './field/tells-currency.ts';
import type { ObjectDeclaration } from './object.ts';

type Find = (name: string) => ObjectDeclaration | undefined;

/** Why a formula makes no sense: it reads what is missing, mixes money with numbers, or hides that it is money. */
export function formulaFaults(
  object: ObjectDeclaration,
  name: string,
  field: Field,
  systemNames: readonly string[],
  find: Find,
): readonly string[] {
  const expression = field.expression as Expression;
  const missing = pathsOf(expression).filter(
    (path) => !((path.split('.')[0] as string) in object.fields) && !systemNames.includes(path),
  );
  const faults = missing.map((path) => `${name} reads ${path}, which is missing`);
  try {
    const isMoney = moneyOf(expression, (path) => leadsToMoney(object, path, find)) !== undefined;
    if (isMoney && field.result !== 'money')
      faults.push(`${name} is money and says that it is ${field.result}`);
    if (!isMoney && field.result === 'money') faults.push(`${name} says that it is money and is none`);
  } catch (error) {
    if (!(error instanceof MixedMoney)) throw error;
    faults.push(`${name} ${error.message}`);
  }
  return faults;
}

function leadsToMoney(object: ObjectDeclaration, path: string, find: Find): boolean {
  const [first = '', ...rest] = path.split('.');
  const field = object.fields[first];
  if (rest.length === 0) return field !== undefined && tellsCurrency(field);
  const target = find(field?.target ?? '');
  return target !== undefined && leadsToMoney(target, rest.join('.'), find);
}
