import type { RecordedEvent } from '@demarche/contracts';
import { aStory } from '@demarche/testing';
import { describe, expect, test } from 'vitest';
import { fromCloudEvent, toCloudEvent } from './cloud-event.ts';
import { eventIn, messageOf } from './event-message.ts';
import { countriesOf, messageSubject } from './message-subject.ts';

const told = (): RecordedEvent => {
  const event = aStory().publishes({ country: 'XKD', year: 2026 }).events()[0];
  if (!event) throw new Error('The story tells nothing');
  return event;
};
const instrument = (countries: readonly string[]): RecordedEvent => ({
  ...told(),
  type: 'ForumInstrumentRecorded',
  stream: 'instrument-UNGA-A-RES-72-1' as RecordedEvent['stream'],
  data: {
    instrumentId: 'UNGA-A-RES-72-1',
    forum: 'UNGA',
    documentSymbol: 'A/RES/72/1',
    session: null,
    title: 'Political declaration',
    occurredOn: '2026-05-02',
    sourceAddress: null,
    commitments: [
      {
        commitmentId: 'UNGA-A-RES-72-1-C01',
        ordinal: 1,
        paragraph: null,
        wording: 'Decides to act',
        force: 'hortatory',
        measurableTarget: null,
        dueOn: null,
        countries,
        recommendations: [],
      },
    ],
    recordedBy: { id: 'omar.haddad', name: 'Omar Haddad', role: 'multilateral_officer', post: 'Multilateral Affairs' },
  },
});

describe('an event as a CloudEvent', () => {
  test('has the attributes that CloudEvents 1.0 requires, and ours by names that it allows', () => {
    const event = told();
    const message = toCloudEvent(event);
    expect(message).toMatchObject({
      specversion: '1.0',
      id: event.eventId,
      source: '/demarche/countryReport',
      type: 'demarche.CountryReportPublished',
      subject: 'XKD-2026',
      time: event.metadata.recordedAt,
      datacontenttype: 'application/json',
      dataschema: 'urn:demarche:event:CountryReportPublished:1',
      countries: 'XKD',
      position: '1',
      revision: 0,
      data: event.data,
    });
    expect(Object.keys(message).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
  });

  test('comes back exactly as it was recorded', () => {
    const event = told();
    expect(eventIn(messageOf(event, 0))).toEqual(event);
  });

  test('carries the trace that it was recorded in, where CloudEvents has a name for it, and else no such attribute', () => {
    const event = told();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const traced = { ...event, metadata: { ...event.metadata, traceparent } };
    expect(toCloudEvent(traced)).toMatchObject({ traceparent });
    expect(eventIn(messageOf(traced, 0))).toEqual(traced);
    expect(Object.keys(toCloudEvent(event))).not.toContain('traceparent');
    expect(Object.keys(eventIn(messageOf(event, 0)).metadata)).not.toContain('traceparent');
  });

  test('metadata of a newer release comes back, too', () => {
    const event = told();
    const newer = { ...event, metadata: { ...event.metadata, signedBy: 'key 7' } };
    expect(eventIn(messageOf(newer, 0))).toEqual(newer);
  });

  test('an event that this release cannot read is carried all the same', () => {
    const unknown = { ...told(), type: 'TreatySigned', data: { weeks: 3 } };
    expect(eventIn(messageOf(unknown, 0))).toEqual(unknown);
  });

  test.each([
    [{}],
    [{ ...toCloudEvent(told()), specversion: '0.3' }],
    [{ ...toCloudEvent(told()), type: 'com.example.Something' }],
    [{ ...toCloudEvent(told()), commandid: 'nobody' }],
    [{ ...toCloudEvent(told()), position: 'first' }],
    [{ ...toCloudEvent(told()), stream: 'a.b' }],
  ])('what is none of ours is refused', (message) => {
    expect(() => fromCloudEvent(message)).toThrow(Error);
  });
});

describe('the subject of a message', () => {
  const subjectOf = (event: RecordedEvent) => messageSubject(event, countriesOf(event));

  test.each([
    ['one country', told(), 'demarche.countryReport.CountryReportPublished.XKD'],
    ['no country', instrument([]), 'demarche.instrument.ForumInstrumentRecorded.-'],
    ['several countries', instrument(['XKD', 'XNV']), 'demarche.instrument.ForumInstrumentRecorded.many'],
    [
      'a type that this release does not know',
      { ...told(), type: 'TreatySigned' },
      'demarche.countryReport.TreatySigned.unknown',
    ],
    [
      'data that this release cannot read',
      { ...told(), data: {} },
      'demarche.countryReport.CountryReportPublished.unknown',
    ],
    [
      'a type with what means something to the bus',
      { ...told(), type: 'A.*>b c' },
      'demarche.countryReport.A___b_c.unknown',
    ],
  ])('%s', (_, event, subject) => {
    expect(subjectOf(event)).toBe(subject);
  });

  test('the countries stand in the CloudEvent', () => {
    expect(toCloudEvent(instrument(['XKD', 'XNV']))['countries']).toBe('XKD,XNV');
  });
});
