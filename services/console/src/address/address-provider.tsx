import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type Address, addressTo, readAddress, tidied } from './address.ts';

export interface Going {
  readonly address: Address;
  /** Goes to an address as it is; with `replace` the browser's way back does not stop here. */
  go(to: string, how?: { readonly replace?: boolean }): void;
  /** An address of another page at the point in time that is shown. */
  to(path: string): string;
}

const AddressContext = createContext<Going | null>(null);

export const useAddress = (): Going => {
  const going = useContext(AddressContext);
  if (!going) throw new Error('useAddress is called outside of AddressProvider');
  return going;
};

const isPlainPress = (event: MouseEvent): boolean =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

const isOurs = (link: HTMLAnchorElement): boolean =>
  link.origin === location.origin && !link.hasAttribute('download') && !link.target;

/** To another page of the console; what leads elsewhere, or within the page, is the browser's. */
const leadsAway = (link: HTMLAnchorElement): boolean => isOurs(link) && !samePage(link);

const samePage = (link: HTMLAnchorElement): boolean =>
  link.hash !== '' && link.pathname === location.pathname && link.search === location.search;

/** Keeps the address, and takes over links within the console, so that plain `<a href>` is all a page needs. */
export const AddressProvider = ({ children }: { readonly children: ComponentChildren }) => {
  const [address, setAddress] = useState(() => readAddress(location));

  useEffect(() => {
    const tidy = tidied(location);
    if (tidy !== location.pathname + location.search) history.replaceState(null, '', tidy + location.hash);
  }, [address]);

  useEffect(() => {
    const read = () => setAddress(readAddress(location));
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (event.defaultPrevented || !link?.href || !isPlainPress(event) || !leadsAway(link)) return;
      event.preventDefault();
      if (link.href !== location.href) history.pushState(null, '', link.href);
      read();
    };
    addEventListener('popstate', read);
    document.addEventListener('click', follow);
    return () => {
      removeEventListener('popstate', read);
      document.removeEventListener('click', follow);
    };
  }, []);

  const going = useMemo<Going>(
    () => ({
      address,
      go(to, how = {}) {
        if (how.replace) history.replaceState(null, '', to);
        else history.pushState(null, '', to);
        setAddress(readAddress(location));
      },
      to: (path) => addressTo(path, address.point),
    }),
    [address],
  );
  return <AddressContext.Provider value={going}>{children}</AddressContext.Provider>;
};
