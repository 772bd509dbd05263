import { textInput } from '#kernel/field/text-input.ts';
import { Refusal } from '#kernel/problem.ts';
import { parseSignInEmail } from '../email-address.ts';
import { parsePassword } from '../passwords/password-rule.ts';
import { readBody, required } from '../read-body.ts';
import { parseCurrency, parseLocale, parseTimeZone, type WorkspaceLocale } from '../workspace-settings.ts';

/** What the first visitor says about his company and himself. */
export interface SetupInput {
  readonly company: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: WorkspaceLocale;
  readonly currency: string;
  readonly timeZone: string;
}

export function readSetup(body: unknown): SetupInput {
  const input = readBody(body, {
    company: required((value) => textInput(value, 200)),
    name: required((value) => textInput(value, 200)),
    email: required(parseSignInEmail),
    password: required((value) => parsePassword(value)),
    locale: required(parseLocale),
    currency: required(parseCurrency),
    timeZone: required(parseTimeZone),
  });
  if (input.password.toLowerCase() === input.email) {
    throw new Refusal('invalid', [{ field: 'password', code: 'passwordIsEmail' }]);
  }
  return input;
}
