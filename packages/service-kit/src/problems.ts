import { WHERE_BELIEVED } from './where-believed.ts';

/** Problems that every service can answer with, whatever the command. */
export const problems = {
  malformed: [400, 'The request is malformed', 'Mend the fields named below and send the request again.'],
  'not-json': [
    400,
    'The body is not valid JSON',
    'Nothing was read. Check it for a missing quotation mark, comma or bracket, and send the request again.',
  ],
  unreadable: [400, 'The request cannot be read', 'Check its address and its headers, and send it again.'],
  'missing-idempotency-key': [
    400,
    'The request has no key',
    'Send an Idempotency-Key header with a fresh lower-case UUID, and the same one on every retry.',
  ],
  'idempotency-key-malformed': [
    400,
    'The request’s key is not a UUID',
    'The Idempotency-Key header must be a lower-case UUID, such as 0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11: a fresh one for each command, and the same one on every retry.',
  ],
  'personal-data-suspected': [
    400,
    'The text seems to hold personal data of a victim',
    'Nothing was recorded. Demarche keeps nothing by which a victim could be found. Take out what is named below, and write for example “a 16-year-old girl” in its place.',
  ],
  'not-signed-in': [401, 'Nobody is signed in', 'Choose who you are on the sign-in page, then try again.'],
  'foreign-origin': [
    403,
    'The request comes from another site',
    'Nothing was recorded. Open Demarche itself and try again there.',
  ],
  'not-a-service': [
    403,
    'Only services of Demarche may ask here',
    `Ask the gateway: it answers everybody who is signed in. If this is the gateway, ${WHERE_BELIEVED}.`,
  ],
  'not-found': [404, 'There is nothing here', 'Check the address.'],
  'method-not-allowed': [405, 'This address takes only POST', 'Send the command as a POST request with a JSON body.'],
  'too-slow': [
    408,
    'The request took too long to arrive',
    'Nothing was recorded. Send it again with the same key when the connection is better.',
  ],
  contended: [409, 'Others were recording at the same moment', 'Nothing was recorded. Try again.'],
  stale: [
    412,
    'The record has changed since you opened it',
    'Nothing was recorded. Look at the record as it is now, then decide again.',
  ],
  'record-unreadable': [
    409,
    'This record holds something that this release of Demarche cannot read',
    'Nothing was recorded. Tell whoever looks after Demarche that it must be brought up to date; until then this record can be read, and nothing can be added to it.',
  ],
  'view-unknown': [404, 'No view has this name', 'Check the name.'],
  'rebuild-under-way': [409, 'Another rebuild is under way', 'Wait for it, or call it off first.'],
  'rebuild-needed': [409, 'This rebuild cannot be called off', 'Let it come to its end.'],
  'too-large': [413, 'The request is too large', 'Shorten the text, or send it in parts.'],
  'too-intricate': [
    413,
    'The request holds too much at once',
    'Nothing was read: a body may hold 10,000 values, in 32 levels of objects and lists. Send it in parts.',
  ],
  compressed: [
    415,
    'The body is compressed',
    'Nothing was read. Send the body as it is, without the header Content-Encoding.',
  ],
  'expectation-unknown': [417, 'The header Expect cannot be met', 'Send the request without the header Expect.'],
  'unsupported-media-type': [
    415,
    'The request is not JSON',
    'Send the body as JSON in UTF-8, with the header Content-Type: application/json.',
  ],
  'host-unknown': [
    421,
    'Demarche does not answer to this name',
    'Use the address at which Demarche was opened for you, or a name that its setting DEMARCHE_HOSTS holds.',
  ],
  'key-reused': [
    422,
    'The key was used before for something else',
    'Nothing was recorded. Send the request with a fresh Idempotency-Key.',
  ],
  'headers-too-large': [
    431,
    'The address or the headers are too long',
    'Nothing was read. Shorten the address, or clear the cookies of this site.',
  ],
  'internal-error': [
    500,
    'Something went wrong on our side',
    'It may or may not have been recorded. Trying again with the same key is safe.',
  ],
  busy: [503, 'As many files are arriving as Demarche can hold', 'Nothing was read. Try again in a minute.'],
  'views-unavailable': [503, 'The views cannot be asked at the moment', 'Nothing is lost. Try again in a moment.'],
  'service-unavailable': [
    503,
    'The part of Demarche that keeps this does not answer',
    'It may or may not have been recorded. Trying again in a moment with the same key is safe.',
  ],
  'service-unreachable': [
    503,
    'The part of Demarche that keeps this cannot be reached',
    'Nothing was recorded now, for nothing arrived there. Keep what you have written, and try again in a moment.',
  ],
  'gateway-unavailable': [
    503,
    'Demarche cannot be reached at the moment',
    'What was sent may or may not have been recorded. Trying again in a moment with the same key is safe.',
  ],
  'gateway-not-believed': [
    503,
    'The part of Demarche that keeps this does not believe who asks',
    `Nothing was recorded. Keep what you have written, and tell whoever looks after Demarche: the gateway is not believed there (${WHERE_BELIEVED}).`,
  ],
  stopping: [503, 'Demarche is stopping', 'Try again once it has started again.'],
  'store-unavailable': [
    503,
    'The record cannot be reached',
    'It may or may not have been recorded. Trying again in a moment with the same key is safe.',
  ],
  'store-locked': [
    503,
    'Another program holds the record for itself',
    'Nothing was recorded. Try again in a moment with the same key; if it stays so, tell whoever looks after Demarche.',
  ],
  'store-full': [
    503,
    'The disk that holds the record is full',
    'Nothing was recorded. Tell whoever looks after Demarche to make room on it; then try again with the same key.',
  ],
  'store-read-only': [
    503,
    'The record may not be written',
    'Nothing was recorded. Tell whoever looks after Demarche to give back the right to write; then try again with the same key.',
  ],
  'store-damaged': [
    503,
    'The record is damaged',
    'Nothing was recorded, and nothing will be until the damage is mended. Keep what you have written, and tell whoever looks after Demarche at once.',
  ],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof problems;
