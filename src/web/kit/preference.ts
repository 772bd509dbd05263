import { readLocalStorageValue, useLocalStorage } from '@mantine/hooks';

/** Takes back what was chosen, as when it tells of more than a taste. */
export function forgetPreference(name: string): void {
  localStorage.removeItem(`guanxi.${name}`);
}

/** What was chosen, for whoever is no component. */
export function readPreference<T>(name: string, defaultValue: T): T {
  return readLocalStorageValue<T>({ key: `guanxi.${name}`, defaultValue });
}

/** A choice of this person on this device, kept between visits and shared between open tabs. */
export function usePreference<T>(name: string, defaultValue: T) {
  return useLocalStorage<T>({ key: `guanxi.${name}`, defaultValue, getInitialValueInEffect: false });
}
