import type { CountryReportCorrected, CountryReportPublished, RecordableEvent } from '@demarche/contracts';
import type { Projector, ViewWriter } from '../engine/projector.ts';
import { isCommitmentOf } from '../facts/is-commitment-of.ts';
import { documentsOf } from './documents-of.ts';
import { searchIndexes, searchSchema } from './search.schema.ts';
import { closeDocuments, type NewDocument, standingDocuments, writeDocuments } from './search-documents.ts';

const handles = [
  'CountryReportPublished',
  'CountryReportCorrected',
  'EngagementLogged',
  'EngagementCorrected',
  'EngagementWithdrawn',
  'PromiseMade',
  'ForumInstrumentRecorded',
  'ForumCommitmentAdded',
  'ForumInstrumentCorrected',
  'ConcreteActionRecorded',
  'ConcreteActionCorrected',
  'ConcreteActionWithdrawn',
] as const satisfies readonly RecordableEvent['type'][];

export type Searchable = Extract<RecordableEvent, { type: (typeof handles)[number] }>;

/** What stands under a record is written anew on another day. */
const redate = (documents: readonly NewDocument[], occurredOn: string): readonly NewDocument[] =>
  documents.map((document) => ({ ...document, occurredOn }));

const replace = (writer: ViewWriter, id: string, position: number, documents: readonly NewDocument[]): void => {
  closeDocuments(writer, id, position);
  writeDocuments(writer, position, documents);
};

/** A name is found from the first report that bears it; an earlier one stays findable. */
const isNewName = (writer: ViewWriter, { country, countryName }: CountryReportPublished['data']): boolean =>
  writer
    .prepare(`SELECT 1 FROM search_document WHERE id = ? AND kind = 'country' AND title = ?`)
    .get(country, countryName) === undefined;

const publish = (writer: ViewWriter, event: CountryReportPublished, position: number): void => {
  const documents = documentsOf(event);
  writeDocuments(
    writer,
    position,
    isNewName(writer, event.data) ? documents : documents.filter(({ kind }) => kind !== 'country'),
  );
};

/** Only what the correction changed is written again. */
const correctReport = (writer: ViewWriter, event: CountryReportCorrected, position: number): void => {
  const keyOf = (document: NewDocument): string => JSON.stringify([document.id, document.body, document.occurredOn]);
  const wanted = documentsOf(event);
  const standing = standingDocuments(writer, event.data.reportId, position);
  const kept = new Set(standing.map(keyOf));
  const wantedKeys = new Set(wanted.map(keyOf));
  for (const document of standing) if (!wantedKeys.has(keyOf(document))) closeDocuments(writer, document.id, position);
  writeDocuments(
    writer,
    position,
    wanted.filter((document) => !kept.has(keyOf(document))),
  );
};

export const searchProjector: Projector = {
  view: 'search-everything',
  version: 2,
  cost: 10,
  schema: searchSchema,
  indexes: searchIndexes,
  handles,
  amends: [
    'CountryReportCorrected',
    'EngagementCorrected',
    'EngagementWithdrawn',
    'ForumInstrumentCorrected',
    'ConcreteActionCorrected',
    'ConcreteActionWithdrawn',
  ],
  project(writer, { event: recorded, position }) {
    const event = recorded as Searchable;
    switch (event.type) {
      case 'CountryReportPublished':
        return publish(writer, event, position);
      case 'CountryReportCorrected':
        return correctReport(writer, event, position);
      case 'EngagementCorrected': {
        const promises = standingDocuments(writer, event.data.engagementId, position).filter(
          ({ kind }) => kind === 'promise',
        );
        return replace(writer, event.data.engagementId, position, [
          ...documentsOf(event),
          ...redate(promises, event.data.occurredOn),
        ]);
      }
      case 'ForumInstrumentCorrected': {
        const { instrumentId, occurredOn } = event.data;
        const texts = standingDocuments(writer, instrumentId, position).filter(({ id }) =>
          isCommitmentOf(instrumentId, id),
        );
        for (const { id } of texts) closeDocuments(writer, id, position);
        return writeDocuments(writer, position, redate(texts, occurredOn));
      }
      case 'ConcreteActionCorrected':
        return replace(writer, event.data.actionId, position, documentsOf(event));
      case 'EngagementWithdrawn':
        return closeDocuments(writer, event.data.engagementId, position);
      case 'ConcreteActionWithdrawn':
        return closeDocuments(writer, event.data.actionId, position);
      case 'EngagementLogged':
      case 'PromiseMade':
      case 'ForumInstrumentRecorded':
      case 'ForumCommitmentAdded':
      case 'ConcreteActionRecorded':
        return writeDocuments(writer, position, documentsOf(event));
    }
  },
};
