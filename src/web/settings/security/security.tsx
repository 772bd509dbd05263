import { PasskeyList } from './passkey-list.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';

/** How I prove who I am, and where I have. */
export function Security() {
  return (
    <>
      <PasswordForm />
      <SecondFactor />
      <PasskeyList />
      <SessionList />
    </>
  );
}
