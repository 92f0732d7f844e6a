import { evidenceKinds } from '@demarche/contracts/vocabularies';
import { ChoiceField, LineField } from './fields.tsx';
import { orNull } from './required.ts';

export interface EvidenceDraft {
  readonly kind: string;
  readonly reference: string;
  readonly address: string;
}

const NONE: EvidenceDraft = { kind: 'official_gazette', reference: '', address: '' };

/** As the command takes it; a line without a reference was not filled in. */
export const evidenceInput = (evidence: readonly EvidenceDraft[]): object[] =>
  evidence
    .filter(({ reference }) => reference.trim())
    .map(({ kind, reference, address }) => ({
      kind,
      reference: reference.trim(),
      address: orNull(address),
      publishedOn: null,
    }));

interface EvidenceEditorProps {
  readonly evidence: readonly EvidenceDraft[];
  readonly hint: string;
  set(evidence: EvidenceDraft[]): void;
  faultAt(name: string): string | undefined;
}

/** What shows that it was done; as many pieces as there are. */
export const EvidenceEditor = ({ evidence, hint, set, faultAt }: EvidenceEditorProps) => {
  const change = (index: number, changes: Partial<EvidenceDraft>) =>
    set(evidence.map((piece, at) => (at === index ? { ...piece, ...changes } : piece)));
  return (
    <fieldset class="evidence-editor" id="field-evidence" tabIndex={-1}>
      <legend class="usa-label">
        What shows it <span class="usa-hint">(optional)</span>
      </legend>
      <p class="usa-hint">{hint}</p>
      {evidence.map((piece, index) => (
        <div key={index} class="evidence-editor__piece">
          <ChoiceField
            name={`evidence.${index}.kind`}
            label="Kind of source"
            options={evidenceKinds}
            value={piece.kind}
            set={(kind) => change(index, { kind })}
          />
          <LineField
            name={`evidence.${index}.reference`}
            label="As one would cite it"
            fault={faultAt(`evidence.${index}.reference`)}
            value={piece.reference}
            set={(reference) => change(index, { reference })}
          />
          <LineField
            name={`evidence.${index}.address`}
            label="Web address"
            type="url"
            max={2000}
            optional
            fault={faultAt(`evidence.${index}.address`)}
            value={piece.address}
            set={(address) => change(index, { address })}
          />
          <button type="button" class="link-button" onClick={() => set(evidence.filter((_, at) => at !== index))}>
            Remove this source
          </button>
        </div>
      ))}
      <button type="button" class="chip" onClick={() => set([...evidence, NONE])}>
        + Add {evidence.length === 0 ? 'a source' : 'another source'}
      </button>
    </fieldset>
  );
};
