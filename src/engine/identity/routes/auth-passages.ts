import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import { parsePassword } from '../password-rule.ts';
import { optional, required } from '../read-body.ts';

export interface AuthPassage {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What may be sent along; nothing else gets through. */
  readonly body: Readonly<Record<string, (input: unknown) => unknown>>;
}

/** A password as typed to be compared: whatever it is, it is only hashed. */
export function typedPassword(input: unknown): string {
  if (typeof input !== 'string') throw new Unacceptable('notText');
  if (input.length > 128) throw new Unacceptable('passwordTooLong', { maxLength: 128 });
  return input;
}

function boolean(input: unknown): boolean {
  if (typeof input !== 'boolean') throw new Unacceptable('notBoolean');
  return input;
}

export const signInBody = {
  email: required((input) => textInput(input, 254).toLowerCase()),
  password: required(typedPassword),
  rememberMe: optional(boolean),
};

/** The parts of better-auth that the product opens; all others do not exist. */
export const authPassages: readonly AuthPassage[] = [
  { method: 'GET', path: '/get-session', body: {} },
  { method: 'GET', path: '/list-sessions', body: {} },
  { method: 'POST', path: '/sign-out', body: {} },
  {
    method: 'POST',
    path: '/change-password',
    body: {
      currentPassword: required(typedPassword),
      newPassword: required((input) => parsePassword(input)),
      // Whoever changes his password wants others out.
      revokeOtherSessions: (input) => optional(boolean)(input) ?? true,
    },
  },
  { method: 'POST', path: '/revoke-session', body: { token: required((input) => textInput(input, 200)) } },
  { method: 'POST', path: '/revoke-sessions', body: {} },
  { method: 'POST', path: '/revoke-other-sessions', body: {} },
];
