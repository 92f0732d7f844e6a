export * from './add-forum-commitment.ts';
export * from './correct-forum-instrument.ts';
export * from './fulfil-commitment.ts';
export * from './lapse-commitment.ts';
export * from './record-forum-instrument.ts';
export * from './review-delivery.ts';
export * from './withdraw-commitment.ts';
