import { ProviderList } from './provider-list.tsx';
import { SecondFactorPolicy } from './second-factor-policy.tsx';

/** How people of the company sign in; for administrators. */
export function SignInSettings() {
  return (
    <>
      <SecondFactorPolicy />
      <ProviderList />
    </>
  );
}
