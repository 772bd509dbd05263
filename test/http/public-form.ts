import { firstBits } from '#web/embed/sha256.ts';
import type { Answer, Asking } from './product.ts';

interface Shown {
  readonly challenge: { readonly token: string; readonly nonce: string; readonly bits: number };
}

/** A form as it was shown to a visitor, with what his browser has worked out. */
export interface OpenedForm {
  readonly shown: Answer['body'];
  readonly token: string;
  readonly solution: string;
}

/** Opens a form as a visitor's browser does. */
export async function openPublicForm(
  visitor: Asking,
  place: string,
  headers: Record<string, string> = {},
): Promise<OpenedForm> {
  const { status, body } = await visitor('GET', `/api/public-forms/${place}`, undefined, headers);
  if (status !== 200) throw new Error(`The form ${place} is not shown: ${status} ${JSON.stringify(body)}`);
  const { challenge } = body as Shown;
  return { shown: body, token: challenge.token, solution: solutionOf(challenge) };
}

/** Sends an answer to a form that was opened at least two seconds ago. */
export function answerForm(
  visitor: Asking,
  place: string,
  { token, solution }: OpenedForm,
  answer: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return visitor('POST', `/api/public-forms/${place}`, { token, solution, trap: '', ...answer }, headers);
}

/** Long enough for a person to have filled a form in. */
export function whileTyping(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2050));
}

function solutionOf({ nonce, bits }: Shown['challenge']): string {
  for (let number = 0; ; number++)
    if (firstBits(`${nonce}:${number}`) >>> (32 - bits) === 0) return String(number);
}
