import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const document = JSON.parse(readFileSync(new URL('../../services/cli/asyncapi.json', import.meta.url), 'utf8'));
const ajv = formats.default(new Ajv({ strict: false, allErrors: true })).addSchema(document, 'document');

/** The messages by their names, as the document has them. */
export const messages: Readonly<
  Record<string, { readonly examples: readonly { readonly headers: object; readonly payload: object }[] }>
> = document.components.messages;

export const eventTypes: readonly string[] = document.channels.events.parameters.eventType.enum;

export interface MessageReceived {
  readonly subject: string;
  readonly headers: object;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What is not as the document says; nothing where all is: which message it is, its headers, its body, its subject. */
export const misfitsOfMessage = ({ subject, headers, payload }: MessageReceived): readonly string[] => {
  const [type = '', version = ''] = String(payload['dataschema']).split(':').slice(-2);
  const name = `${type}.v${version}`;
  if (!messages[name]) return [`${name} is not documented`];
  return [
    ...misfitsOf('/components/schemas/MessageHeaders', headers),
    ...misfitsOf(`/components/messages/${name}/payload`, payload),
    ...misfitsOfSubject(subject, type, payload),
  ].map((misfit) => `${name} ${misfit}`);
};

const misfitsOf = (pointer: string, value: unknown): readonly string[] => {
  const fits = ajv.getSchema(`document#${pointer}`) ?? ajv.compile({ $ref: `document#${pointer}` });
  return fits(value) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const misfitsOfSubject = (subject: string, type: string, payload: MessageReceived['payload']): readonly string[] => {
  const { address, parameters } = document.channels.events;
  const country = subject.split('.').at(-1) ?? '';
  const category = String(payload['stream']).split('-')[0] ?? '';
  const expected = Object.entries({ category, eventType: type, country }).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    address,
  );
  const isTold =
    subject === expected &&
    parameters.category.enum.includes(category) &&
    (/^[A-Z]{3}$/.test(country) || parameters.country.examples.includes(country));
  return isTold ? [] : [`goes to ${subject}, which is not documented`];
};
