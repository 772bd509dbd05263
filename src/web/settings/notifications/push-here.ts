import { api } from '#web/api/client.ts';

/** Why this browser cannot get messages; undefined when it can. */
export function pushHindrance(): 'insecure' | 'unknown' | 'denied' | undefined {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'unknown';
  return Notification.permission === 'denied' ? 'denied' : undefined;
}

/** The address under which this browser gets messages, when it does. */
export async function presentEndpoint(): Promise<string | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null;
}

/** Asks the person and the browser for permission and lets this browser get messages. False when it was refused. */
export async function startPushHere(publicKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  await navigator.serviceWorker.register('/service-worker.js', { scope: '/' });
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  // One that was made for other keys would get nothing.
  if (known && !sameKey(known.options.applicationServerKey, publicKey)) await known.unsubscribe();
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  await api.post('notification-settings/browsers', { endpoint, keys });
  return true;
}

/** This browser gets no more messages. */
export async function endPushHere(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

function sameKey(bytes: ArrayBuffer | null, publicKey: string): boolean {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === publicKey;
}
