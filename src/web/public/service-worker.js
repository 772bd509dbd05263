/** Shows messages that come while no page of the product is open, and leads to what they are about. */
self.addEventListener('push', (event) => {
  const { title, body, path, tag } = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification(title || 'Guanxi', {
      body,
      tag,
      icon: '/seal.svg',
      data: { path: path || '/' },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

/** In a window that is open already, or a new one; never on another site. */
async function open(path) {
  const address = new URL(path, self.location.origin);
  if (address.origin !== self.location.origin) return;
  const [window] = await self.clients.matchAll({ type: 'window' });
  if (window === undefined) {
    await self.clients.openWindow(address.href);
    return;
  }
  await window.navigate(address.href);
  await window.focus();
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
