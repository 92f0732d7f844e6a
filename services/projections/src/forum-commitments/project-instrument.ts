import type {
  ForumCommitment,
  ForumCommitmentAdded,
  ForumInstrumentCorrected,
  ForumInstrumentRecorded,
  Officer,
} from '@demarche/contracts';
import type { ProjectedEvent, ViewWriter } from '../engine/projector.ts';
import { openCommitment } from './project-commitment.ts';

const INSERT = `INSERT INTO instrument
  (instrument_id, forum, document_symbol, session, title, source_address, recorded_by, first_position, recorded_at, corrected_at, occurred_on, from_position, to_position)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, NULL)`;

const openAll = (
  writer: ViewWriter,
  recorded: ProjectedEvent,
  { instrumentId, occurredOn, recordedBy }: { instrumentId: string; occurredOn: string; recordedBy: Officer },
  commitments: readonly ForumCommitment[],
): void => {
  for (const {
    commitmentId,
    force,
    dueOn,
    paragraph,
    wording,
    measurableTarget,
    countries,
    recommendations,
  } of commitments) {
    openCommitment(writer, recorded, {
      id: commitmentId,
      kind: 'forum_commitment',
      origin: instrumentId,
      force,
      occurredOn,
      dueOn,
      countries,
      content: {
        paragraph,
        wording,
        measurableTarget,
        madeBy: null,
        responsibleBody: null,
        countries,
        recommendations,
        recordedBy,
      },
    });
  }
};

export const recordInstrument = (
  writer: ViewWriter,
  { type, data }: ForumInstrumentRecorded | ForumCommitmentAdded,
  recorded: ProjectedEvent,
): void => {
  if (type === 'ForumCommitmentAdded') return openAll(writer, recorded, data, [data.commitment]);
  const { instrumentId, forum, documentSymbol, session, title, sourceAddress, recordedBy, occurredOn } = data;
  const { position, recordedAt } = recorded;
  writer
    .prepare(INSERT)
    .run(
      instrumentId,
      forum,
      documentSymbol,
      session,
      title,
      sourceAddress,
      JSON.stringify(recordedBy),
      position,
      recordedAt,
      occurredOn,
      position,
    );
  openAll(writer, recorded, data, data.commitments);
};

const NEXT = `INSERT INTO instrument
  SELECT instrument_id, forum, document_symbol, ?, ?, ?, recorded_by, first_position, recorded_at, ?, ?, ?, NULL
  FROM instrument WHERE instrument_id = ? AND to_position IS NULL`;

export const correctInstrument = (
  writer: ViewWriter,
  { instrumentId, session, title, sourceAddress, occurredOn }: ForumInstrumentCorrected['data'],
  { position, recordedAt }: ProjectedEvent,
): void => {
  const { changes } = writer
    .prepare(NEXT)
    .run(session, title, sourceAddress, recordedAt, occurredOn, position, instrumentId);
  if (changes === 0) throw new Error(`${instrumentId} was corrected, and no text is on record under that reference.`);
  writer
    .prepare(
      'UPDATE instrument SET to_position = ?2 WHERE instrument_id = ?1 AND to_position IS NULL AND from_position < ?2',
    )
    .run(instrumentId, position);
};
