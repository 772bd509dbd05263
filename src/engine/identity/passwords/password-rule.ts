import { Unacceptable } from '#kernel/problem.ts';

export const passwordLength = { min: 8, max: 128 } as const;

/** A password as somebody chose it, or why it will not do. Any character counts; nothing is trimmed. */
export function parsePassword(input: unknown, email?: string): string {
  if (typeof input !== 'string') throw new Unacceptable('notText');
  if (input.length < passwordLength.min) {
    throw new Unacceptable('passwordTooShort', { minLength: passwordLength.min });
  }
  if (input.length > passwordLength.max) {
    throw new Unacceptable('passwordTooLong', { maxLength: passwordLength.max });
  }
  if (email !== undefined && input.toLowerCase() === email.toLowerCase()) {
    throw new Unacceptable('passwordIsEmail');
  }
  return input;
}

/** A password as typed to be compared: whatever it is, it is only hashed. */
export function typedPassword(input: unknown): string {
  if (typeof input !== 'string') throw new Unacceptable('notText');
  if (input.length > passwordLength.max) {
    throw new Unacceptable('passwordTooLong', { maxLength: passwordLength.max });
  }
  return input;
}
