import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { styleNonce } from './kit/style-nonce.ts';
import { cssVariables, themeIn } from './kit/theme.ts';
import { forgetRecents } from './palette/recents.ts';
import { fetchFirst } from './routes/fetch-first.ts';
import { createAppRouter } from './routes/router.tsx';

const client = createQueryClient();
const router = createAppRouter(client);

onSignedOut(() => {
  client.clear();
  forgetRecents();
  router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
});

/** Begins to fetch what the page at this address needs. */
export function fetchPage(): void {
  fetchFirst(router, client);
}

/** The whole client. */
export function App() {
  const { t } = useTranslation();
  const theme = useMemo(() => themeIn(t), [t]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
