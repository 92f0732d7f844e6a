import type { RowProps } from './import-row.tsx';

/** The items may be wrong: nothing of the file is saved before a person says that they were looked at. */
export const ToCheck = ({ entry, put }: Pick<RowProps, 'entry' | 'put'>) => {
  const { row, checked } = entry;
  if (!row || row.outcome !== 'unsure') return null;
  return (
    <div class="import-check">
      <p>
        <strong>Look at the items before this is saved.</strong>
      </p>
      <ul>
        {row.toConfirm.map(({ code, message, line }) => (
          <li key={code}>
            {message}
            {line !== null && ` (line ${line})`}
          </li>
        ))}
      </ul>
      <label class="tick">
        <input type="checkbox" checked={checked} onChange={(event) => put({ checked: event.currentTarget.checked })} />
        <span>I have checked these items</span>
      </label>
    </div>
  );
};
