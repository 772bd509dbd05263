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
import { fetchCode } from './routes/fetch-code.ts';
import { createAppRouter } from './routes/router.tsx';

const client = createQueryClient();
const router = createAppRouter(client);

onSignedOut(() => {
  client.clear();
  forgetRecents();
  router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
});

/** How long nothing is drawn while what the page at this address needs arrives, in milliseconds. */
const patience = 1_000;

/**
 * Gets what the page at this address needs: drawn when all of it is there, it is drawn once, and not first as a shape. Who
 * waits longer sees the shape.
 */
export async function fetchPage(): Promise<void> {
  // Left to itself the router asks for a page's code only when it knows who is there.
  fetchCode(router, router.latestLocation.pathname);
  await Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, patience))]);
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
