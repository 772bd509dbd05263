import { useLocalStorage } from '@mantine/hooks';

/** A choice of this person on this device, kept between visits and shared between open tabs. */
export function usePreference<T>(name: string, defaultValue: T) {
  return useLocalStorage<T>({ key: `guanxi.${name}`, defaultValue, getInitialValueInEffect: false });
}
