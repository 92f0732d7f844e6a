import { type ImplementationStatus, implementationStatuses } from '@demarche/contracts/vocabularies';
import type { JSX } from 'preact';

/** Each value has a shape of its own: how full the circle is, or what stands in it. The word always stands beside it. */
const shapes: Record<ImplementationStatus, JSX.Element> = {
  implemented: <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.3 4.2L7 9.6 4.8 7.5 3.7 8.6 7 11.8l5.4-5.5z" />,
  partially_implemented: <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM3 8a5 5 0 0 0 5 5V8z" fill-rule="evenodd" />,
  initial_steps: <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2v5h5a5 5 0 1 1-5-5z" fill-rule="evenodd" />,
  not_started: <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z" fill-rule="evenodd" />,
  reversed: <path d="M2 2h12v12H2Zm7 2.5L5.5 8 9 11.5 10.2 10.3 7.9 8l2.3-2.3z" fill-rule="evenodd" />,
  no_evidence: <path d="M8 .6 15.4 8 8 15.4.6 8Zm0 2.8L3.4 8 8 12.6 12.6 8Z" fill-rule="evenodd" />,
  not_assessed: (
    <path
      d="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-dasharray="2.6 2.1"
    />
  ),
};

export const StatusShape = ({ status }: { readonly status: ImplementationStatus }) => (
  <svg
    class={`shape shape--${status}`}
    viewBox="0 0 16 16"
    width="14"
    height="14"
    fill="currentColor"
    aria-hidden="true"
  >
    {shapes[status]}
  </svg>
);

/** A status as its shape and its word. */
export const StatusMark = ({ status }: { readonly status: ImplementationStatus }) => (
  <span class="status-mark">
    <StatusShape status={status} /> {implementationStatuses[status]}
  </span>
);
