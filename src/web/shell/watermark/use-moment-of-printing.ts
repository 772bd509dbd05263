import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const minute = 60_000;

/** Now, to the minute; and to the moment when the page is printed. */
export function useMomentOfPrinting(): Date {
  const [moment, setMoment] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setMoment(new Date()), minute);
    // The page is drawn for the printer before anything else happens.
    const print = () => flushSync(() => setMoment(new Date()));
    window.addEventListener('beforeprint', print);
    return () => {
      clearInterval(timer);
      window.removeEventListener('beforeprint', print);
    };
  }, []);
  return moment;
}
