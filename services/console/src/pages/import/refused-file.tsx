import { useState } from 'preact/hooks';
import { LineField } from '../../forms/fields.tsx';
import type { RowProps } from './import-row.tsx';
import type { Row } from './preview.ts';

const Parts = ({ parts, split }: Pick<RowProps, 'split'> & { readonly parts: NonNullable<Row['parts']> }) => (
  <p>
    <button type="button" class="usa-button usa-button--outline" onClick={split}>
      Read as {parts.length} reports
    </button>{' '}
    <span class="quiet">{parts.map(({ name, firstLine }) => `${name} from line ${firstLine}`).join(', ')}</span>
  </p>
);

/** Why a file cannot be read, with its line; and where one can say what the file does not. */
export const RefusedFile = ({
  entry,
  readAgain,
  split,
  refused,
}: RowProps & { readonly refused: NonNullable<Row['refused']> }) => {
  const [said, setSaid] = useState({ country: '', countryName: '', year: '' });
  const put = (changes: Partial<typeof said>) => setSaid((held) => ({ ...held, ...changes }));
  const again = () =>
    readAgain({
      ...(said.country ? { country: said.country.toUpperCase() } : {}),
      ...(said.countryName ? { countryName: said.countryName } : {}),
      ...(Number(said.year) ? { reportYear: Number(said.year) } : {}),
    });
  return (
    <>
      <p class="usa-error-message">
        {refused.message}
        {refused.line !== null && ` (line ${refused.line})`}
      </p>
      {entry.row?.parts && <Parts parts={entry.row.parts} split={split} />}
      <details class="more">
        <summary>Say what the file does not, and read it again</summary>
        <div class="import-edit">
          <LineField
            name={`${entry.key}.said-country`}
            label="Country code"
            max={3}
            value={said.country}
            set={(country) => put({ country })}
          />
          <LineField
            name={`${entry.key}.said-name`}
            label="Country"
            optional
            value={said.countryName}
            set={(countryName) => put({ countryName })}
          />
          <LineField
            name={`${entry.key}.said-year`}
            label="Report year"
            max={4}
            value={said.year}
            set={(year) => put({ year })}
          />
          <button type="button" class="usa-button usa-button--outline" onClick={again}>
            Read it again
          </button>
        </div>
      </details>
    </>
  );
};
