import { useEffect, useState } from 'react';
import { useFormatting } from '../use-formatting.ts';

type Format = typeof import('./format.ts');

let format: Format | undefined;
let loading: Promise<Format> | undefined;

/** A telephone number in groups. The tables of all countries are large, so they arrive after the first page. */
export function usePhoneText(value: string): string {
  const { timeZone, locale } = useFormatting();
  const [, setReady] = useState(format !== undefined);
  useEffect(() => {
    if (format) return;
    loading ??= import('./format.ts');
    loading.then((module) => {
      format = module;
      setReady(true);
    });
  }, []);
  return format ? format.formatPhone(value, format.homeCountry(timeZone, locale)) : value;
}
