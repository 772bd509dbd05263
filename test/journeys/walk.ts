import type { Page, Request } from 'playwright-core';

/** Somebody who goes from page to page within the application, as links lead there. */
export interface Walk {
  /** Goes on, unless he is there, and waits until the page is drawn. It must not be another part of the same one. */
  to(path: string): Promise<void>;
  /** Waits until everything asked for has come and nothing more follows from it. */
  drawn(): Promise<void>;
}

/** Walks through the application in an open page: what is loaded stays loaded, unlike with an address typed anew. */
export function walkIn(page: Page): Walk {
  const underWay = new Set<Request>();
  page.on('request', (request) => {
    // Live updates come as one answer that never ends.
    if (new URL(request.url()).pathname !== '/api/events') underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));

  async function drawn(): Promise<void> {
    await page.getByRole('main').waitFor();
    for (let still = 0; still < 2; still += 1) {
      await page.waitForFunction(
        () => !document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, main [data-left]'),
      );
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      if (underWay.size > 0) still = -1;
    }
  }

  async function to(path: string): Promise<void> {
    await page.evaluate((address) => {
      if (location.pathname + location.search === address) return;
      for (const heading of document.querySelectorAll('main :is(h1, h2)'))
        heading.setAttribute('data-left', '');
      history.pushState({}, '', address);
    }, path);
    await drawn();
  }

  return { to, drawn };
}
