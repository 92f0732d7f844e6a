import { evidenceKinds } from '@demarche/contracts/vocabularies';
import type { Evidence } from '../graphql/answers.ts';

/** What shows that it was done: as one would cite it, with a way to open it where there is one. */
export const EvidenceList = ({ evidence }: { readonly evidence: readonly Evidence[] }) => {
  if (evidence.length === 0) return null;
  return (
    <ul class="evidence">
      {evidence.map(({ kind, reference, address }) => (
        <li key={`${kind} ${reference}`}>
          {evidenceKinds[kind]}: {address ? <OutwardLink to={address}>{reference}</OutwardLink> : reference}
        </li>
      ))}
    </ul>
  );
};

export const OutwardLink = ({ to, children }: { readonly to: string; readonly children: string }) => (
  <a href={to} rel="noopener noreferrer external" target="_blank">
    {children}
    <span class="usa-sr-only"> (opens another site)</span>
  </a>
);
