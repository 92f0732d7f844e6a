import type { ComponentChildren } from 'preact';
import { fieldId } from './field-id.ts';
import { described, Fault, type FieldProps } from './fields.tsx';

interface TicksProps extends FieldProps {
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: ComponentChildren }>;
  readonly values: readonly string[];
  set(values: string[]): void;
}

/** Any of a list. */
export const TicksField = ({ options, values, set, ...props }: TicksProps) => (
  <fieldset class="ticks" id={fieldId(props.name)} tabIndex={-1} aria-describedby={described(props)}>
    <legend class="usa-label">{props.label}</legend>
    {props.hint && (
      <p class="usa-hint" id={`${fieldId(props.name)}-hint`}>
        {props.hint}
      </p>
    )}
    <Fault name={props.name} fault={props.fault} />
    {options.map(({ value, label }) => (
      <label key={value} class="tick">
        <input
          type="checkbox"
          checked={values.includes(value)}
          onChange={(event) =>
            set(event.currentTarget.checked ? [...values, value] : values.filter((other) => other !== value))
          }
        />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
