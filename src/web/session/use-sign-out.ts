import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '#web/api/client.ts';
import { forgetRecents } from '#web/palette/recents.ts';

/** Ends the session and forgets everything that was loaded. */
export function useSignOut() {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    await api.post('auth/sign-out', {}, { quiet: true });
    await router.navigate({ to: '/sign-in' });
    client.clear();
    forgetRecents();
  };
}
