import { useLayoutEffect } from 'react';

/** While something lies over the page it has the focus; afterwards what opened it, or the page if that is gone. */
export function useFocusBack(over: boolean): void {
  useLayoutEffect(() => {
    if (!over) return;
    const opener = openerOf(document.activeElement);
    return () => {
      // Once it is taken out of the document, if nothing else has taken the focus.
      setTimeout(() => {
        if (opener === undefined || document.activeElement !== document.body) return;
        const place = opener.isConnected ? opener : document.querySelector('main');
        place?.focus({ preventScroll: true });
      });
    };
  }, [over]);
}

/** What had the focus; of an entry of a menu, which closes, the button of that menu. */
function openerOf(active: Element | null): HTMLElement | undefined {
  const menu = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = menu ? document.getElementById(menu) : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : undefined;
}
