import { Refusal } from '#kernel/problem.ts';
import { passwordLength } from '../password-rule.ts';
import { refuse } from '../refuse.ts';

/** What better-auth refused, in the product's own terms; undefined for a failure that is nobody's fault but ours. */
export async function authRefusal(response: Response): Promise<Refusal | undefined> {
  const { code } = await errorBody(response);
  const known = code === undefined ? undefined : refusals[code];
  if (known !== undefined) return known();
  if (response.status === 429) {
    return refuse('tooMany', 'tooManyAttempts', {
      seconds: Number(response.headers.get('x-retry-after')) || 60,
    });
  }
  if (response.status === 401) return refuse('unauthenticated', 'signInRequired');
  if (response.status === 403) return refuse('forbidden', 'crossOrigin');
  if (response.status === 404) return refuse('notFound', 'noRoute');
  return response.status < 500 ? refuse('invalid', 'invalidRequest') : undefined;
}

const { min: minLength, max: maxLength } = passwordLength;

const refusals: Readonly<Record<string, () => Refusal>> = {
  INVALID_EMAIL_OR_PASSWORD: () => refuse('unauthenticated', 'wrongEmailOrPassword'),
  SIGN_IN_DISABLED: () => refuse('forbidden', 'signInDisabled'),
  INVALID_EMAIL: () => new Refusal('invalid', [{ field: 'email', code: 'notEmail' }]),
  INVALID_PASSWORD: () => new Refusal('invalid', [{ field: 'currentPassword', code: 'wrongPassword' }]),
  CREDENTIAL_ACCOUNT_NOT_FOUND: () =>
    new Refusal('invalid', [{ field: 'currentPassword', code: 'wrongPassword' }]),
  PASSWORD_TOO_SHORT: () =>
    new Refusal('invalid', [{ field: 'newPassword', code: 'passwordTooShort', parameters: { minLength } }]),
  PASSWORD_TOO_LONG: () =>
    new Refusal('invalid', [{ field: 'newPassword', code: 'passwordTooLong', parameters: { maxLength } }]),
};

async function errorBody(response: Response): Promise<{ code?: string }> {
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
