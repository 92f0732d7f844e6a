import type { ComponentChildren } from 'preact';
import { fieldId } from './field-id.ts';

export interface FieldProps {
  /** Its path in the command. */
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly fault?: string | undefined;
  readonly optional?: boolean;
}

interface ValueProps extends FieldProps {
  readonly value: string;
  set(value: string): void;
}

export const described = ({ name, hint, fault }: FieldProps): string | undefined =>
  [hint && `${fieldId(name)}-hint`, fault && `${fieldId(name)}-fault`].filter(Boolean).join(' ') || undefined;

const Frame = ({
  name,
  label,
  hint,
  fault,
  optional,
  children,
}: FieldProps & { readonly children: ComponentChildren }) => (
  <div class={fault ? 'field field--fault' : 'field'}>
    <label class="usa-label" for={fieldId(name)}>
      {label}
      {optional && <span class="usa-hint"> (optional)</span>}
    </label>
    {hint && (
      <p class="usa-hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    )}
    <Fault name={name} fault={fault} />
    {children}
  </div>
);

export const Fault = ({ name, fault }: { readonly name: string; readonly fault: string | undefined }) =>
  fault ? (
    <p class="usa-error-message" id={`${fieldId(name)}-fault`}>
      {fault}
    </p>
  ) : null;

const inputProps = (props: ValueProps) => ({
  id: fieldId(props.name),
  name: props.name,
  value: props.value,
  'aria-describedby': described(props),
  'aria-invalid': props.fault ? ('true' as const) : undefined,
});

export const LineField = ({
  type = 'text',
  max = 300,
  suggestions,
  ...props
}: ValueProps & {
  readonly type?: 'text' | 'url';
  readonly max?: number;
  readonly suggestions?: readonly string[];
}) => (
  <Frame {...props}>
    <input
      class="usa-input"
      type={type}
      maxLength={max}
      autocomplete="off"
      list={suggestions ? `${fieldId(props.name)}-list` : undefined}
      {...inputProps(props)}
      onInput={(event) => props.set(event.currentTarget.value)}
    />
    {suggestions && (
      <datalist id={`${fieldId(props.name)}-list`}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    )}
  </Frame>
);

export const TextField = ({
  rows = 4,
  max = 4_000,
  ...props
}: ValueProps & { readonly rows?: number; readonly max?: number }) => (
  <Frame {...props}>
    <textarea
      class="usa-textarea"
      rows={rows}
      maxLength={max}
      {...inputProps(props)}
      onInput={(event) => props.set(event.currentTarget.value)}
    />
  </Frame>
);

export const DayField = ({ min, max, ...props }: ValueProps & { readonly min?: string; readonly max?: string }) => (
  <Frame {...props}>
    <input
      class="usa-input field__day"
      type="date"
      min={min}
      max={max}
      {...inputProps(props)}
      onInput={(event) => props.set(event.currentTarget.value)}
    />
  </Frame>
);

export const ChoiceField = ({
  options,
  none,
  ...props
}: ValueProps & {
  /** A map where the order matters: an object brings years into an order of its own. */
  readonly options: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  readonly none?: string;
}) => (
  <Frame {...props}>
    <select class="usa-select" {...inputProps(props)} onChange={(event) => props.set(event.currentTarget.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {[...(options instanceof Map ? options : Object.entries(options))].map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  </Frame>
);

interface ChipsProps extends ValueProps {
  readonly options: Readonly<Record<string, string>>;
  /** Smaller, in one strip. */
  readonly strip?: boolean;
}

/** One of a few, all of them in sight; arrow keys move between them. */
export const ChipsField = ({ options, strip = false, ...props }: ChipsProps) => (
  <fieldset
    class={strip ? 'chips chips--strip' : 'chips'}
    id={fieldId(props.name)}
    tabIndex={-1}
    aria-describedby={described(props)}
  >
    <legend class={strip ? 'usa-sr-only' : 'usa-label'}>{props.label}</legend>
    {props.hint && (
      <p class="usa-hint" id={`${fieldId(props.name)}-hint`}>
        {props.hint}
      </p>
    )}
    <Fault name={props.name} fault={props.fault} />
    <div class="chips__choices">
      {Object.entries(options).map(([code, label]) => (
        <label key={code} class={props.value === code ? 'chip chip--on' : 'chip'}>
          <input
            type="radio"
            name={fieldId(props.name)}
            value={code}
            checked={props.value === code}
            onChange={() => props.set(code)}
          />
          {label}
        </label>
      ))}
    </div>
  </fieldset>
);
