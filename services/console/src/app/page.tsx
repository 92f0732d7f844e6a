import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';
import { isNow } from '../address/point-in-time.ts';
import { useNameOf } from './country-names.tsx';

export interface Crumb {
  readonly to: string;
  readonly name: string;
}

/** What stands around the content of a page. */
export interface PageFrame {
  /** The title of the document, and the heading unless one is given. */
  readonly title: string;
  readonly heading?: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly crumbs?: readonly Crumb[];
  /** What can be recorded from here; not offered on a day that is not today. */
  readonly actions?: ComponentChildren;
}

interface PageProps extends PageFrame {
  readonly children: ComponentChildren;
}

let firstPage = true;

/** After going to another page the reader is put at its heading, as after a page load. */
const useArrival = (path: string) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) {
      heading.current?.focus({ preventScroll: true });
      if (!location.hash) scrollTo(0, 0);
    }
    firstPage = false;
  }, [path]);
  return heading;
};

const Crumbs = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => {
  const { to } = useAddress();
  const nameOf = useNameOf();
  return (
    <nav class="crumbs" aria-label="Breadcrumb">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <a href={to(crumb.to)}>{nameOf(crumb.name)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
};

export const Page = ({ title, heading, lead, crumbs = [], actions, children }: PageProps) => {
  const { address } = useAddress();
  const arrival = useArrival(address.path);
  useEffect(() => {
    document.title = `${title} · Demarche`;
  }, [title]);
  return (
    <main class="page" id="main">
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div class="page__head">
        <div class="page__title">
          <h1 tabIndex={-1} ref={arrival}>
            {heading ?? title}
          </h1>
          {lead && <div class="page__lead">{lead}</div>}
        </div>
        {actions && isNow(address.point) && <div class="page__actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
};
