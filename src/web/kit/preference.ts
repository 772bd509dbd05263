import { useLocalStorage } from '@mantine/hooks';

/** Takes back what was chosen, as when it tells of more than a taste. */
export function forgetPreference(name: string): void {
  localStorage.removeItem(`guanxi.${name}`);
}

/** A choice of this person on this device, kept between visits and shared between open tabs. */
export function usePreference<T>(name: string, defaultValue: T) {
  return useLocalStorage<T>({ key: `guanxi.${name}`, defaultValue, getInitialValueInEffect: false });
}
