import { lineageRelations } from '@demarche/contracts/vocabularies';
import { useAddress } from '../../address/address-provider.tsx';
import type { Wording } from '../../graphql/answers.ts';
import { Differences } from '../../marks/differences.tsx';
import { type WordingRow, wordingRows } from '../../words/wordings.ts';

const Years = ({ row, current }: { readonly row: WordingRow; readonly current: string }) => {
  const { to } = useAddress();
  return (
    <>
      {row.references.map((reference, index) => (
        <span key={reference}>
          {index > 0 && ', '}
          {reference === current ? (
            row.years[index]
          ) : (
            <a href={to(`/recommendations/${reference}`)}>{row.years[index]}</a>
          )}
        </span>
      ))}
    </>
  );
};

/** How the wording came down the years, differences shown. */
export const Wordings = ({
  wordings,
  current,
}: {
  readonly wordings: readonly Wording[];
  readonly current: string;
}) => (
  <section aria-labelledby="wordings">
    <h2 id="wordings">How the wording came down the years</h2>
    <table class="table table--wordings">
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col">Wording</th>
          <th scope="col">Against the year before</th>
        </tr>
      </thead>
      <tbody>
        {wordingRows(wordings).map((row) => (
          <tr key={row.references[0]}>
            <th scope="row">
              <Years row={row} current={current} />
            </th>
            <td>
              <Differences runs={row.runs} />
            </td>
            <td>{lineageRelations[row.relation]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
