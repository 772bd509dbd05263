import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';

// Exactly what better-auth accepts at sign-in: a sign-in with any other address could never be used.
const signInAddress =
  /^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** An e-mail address to sign in with, in lower case. */
export function parseSignInEmail(input: unknown): string {
  const email = textInput(input, 254).toLowerCase();
  if (!signInAddress.test(email)) throw new Unacceptable('notEmail');
  return email;
}
