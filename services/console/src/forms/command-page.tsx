import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Crumb, Page } from '../app/page.tsx';
import type { CommandName } from '../graphql/command-document.ts';
import type { CommandAnswer, FieldFault } from '../graphql/send-command.ts';
import { Form } from './form.tsx';
import { type Next, Receipt } from './receipt.tsx';
import { type FieldsOfRules, useRecording } from './use-recording.ts';

/** What a field needs to be filled in: its value, how to set it, and what is wrong with it. */
interface Bound {
  readonly name: string;
  readonly value: string;
  readonly fault: string | undefined;
  set(value: string): void;
}

export interface Filling<Fields> {
  readonly fields: Fields;
  put(changes: Partial<Fields>): void;
  /** A field of one line of text, a day or a choice. */
  bind(name: keyof Fields & string): Bound;
  faultAt(name: string): string | undefined;
}

interface CommandPageProps<Fields> {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly crumbs: readonly Crumb[];
  readonly command: CommandName;
  readonly initial: Fields;
  /** What is missing before it can be sent. */
  check(fields: Fields): FieldFault[];
  input(fields: Fields): object;
  readonly ifMatch?: number | undefined;
  readonly rules?: FieldsOfRules;
  readonly save: string;
  readonly done: string;
  next(answer: CommandAnswer, fields: Fields): readonly Next[];
  /** What is known, beside the questions. */
  readonly beside?: ComponentChildren;
  children(filling: Filling<Fields>): ComponentChildren;
}

/** A page that records one thing: plain questions in one column, what is known beside them, a receipt after. */
export function CommandPage<Fields extends object>(props: CommandPageProps<Fields>) {
  const { title, lead, crumbs, command, initial, check, input, ifMatch, rules, save, done, next, beside, children } =
    props;
  const recording = useRecording(rules);
  const [fields, setFields] = useState(initial);
  const put = (changes: Partial<Fields>) => setFields((held) => ({ ...held, ...changes }));
  const filling: Filling<Fields> = {
    fields,
    put,
    faultAt: recording.faultAt,
    bind: (name) => ({
      name,
      value: String(fields[name] ?? ''),
      fault: recording.faultAt(name),
      set: (value) => put({ [name]: value } as Partial<Fields>),
    }),
  };
  const onSave = () => {
    const faults = check(fields);
    if (faults.length > 0) return recording.complain(faults);
    void recording.send({ name: command, input: input(fields), ...(ifMatch === undefined ? {} : { ifMatch }) });
  };
  return (
    <Page title={title} lead={lead} crumbs={crumbs}>
      {recording.answer ? (
        <Receipt answer={recording.answer} title={done} next={next(recording.answer, fields)} />
      ) : (
        <div class="form-page">
          <Form recording={recording} save={save} onSave={onSave}>
            {children(filling)}
          </Form>
          {beside && <aside class="form-page__beside">{beside}</aside>}
        </div>
      )}
    </Page>
  );
}
