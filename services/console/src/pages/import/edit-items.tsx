import { TextField } from '../../forms/fields.tsx';
import type { Report, Row } from './preview.ts';

type Items = Report['recommendations'];

interface ItemsProps {
  readonly name: (field: string) => string;
  readonly items: Items;
  set(items: Items): void;
}

/** The unfinished words of a list that the file cuts off: to be seen, and not part of what is saved. */
export const CutItem = ({ cut }: { readonly cut: NonNullable<Row['cut']> }) => (
  <div class="import-cut">
    <p>
      <strong>✂ Cut: {cut.after === 0 ? 'not one item is whole' : `the file ends after item ${cut.after}`}.</strong>{' '}
      {cut.text === null ? 'Whether more items follow is not shown.' : 'An unfinished item, not saved:'}
    </p>
    {cut.text !== null && <blockquote>{cut.text} …</blockquote>}
  </div>
);

/** The items one by one: each can be put right, taken out by emptying it, or followed by another. */
export const EditItems = ({ name, items, set }: ItemsProps) => (
  <>
    {items.map((item, index) => (
      <div key={index}>
        <TextField
          name={name(`item-${index}`)}
          label={`Recommendation ${index + 1}`}
          rows={2}
          value={item.text}
          set={(text) => set(items.map((one, at) => (at === index ? { ...one, text } : one)))}
        />
        <button
          type="button"
          class="usa-button usa-button--unstyled"
          onClick={() => set(items.toSpliced(index + 1, 0, { text: '', pillars: [] }))}
        >
          Put one in after {index + 1}
        </button>
      </div>
    ))}
    {items.length === 0 && (
      <button type="button" class="usa-button usa-button--unstyled" onClick={() => set([{ text: '', pillars: [] }])}>
        Put a recommendation in
      </button>
    )}
    {items.length > 0 && <p class="quiet">A recommendation that is left empty is not saved.</p>}
  </>
);
