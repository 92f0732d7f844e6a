import { eventStream } from '../event-stream.ts';
import { messageHeaders } from '../message-headers.ts';

/** What stands before everything else in the description of the bus. */
export const introduction = `Everything that is recorded in Demarche is also published as a message, in the order in which it was recorded: one message for each event, as a CloudEvent 1.0 in JSON. Whoever follows them sees what was recommended, said, promised and done as it is put on record, and can begin with the very first event.

This document describes a program that follows: it receives, and never publishes. Recording is done over HTTP, which the OpenAPI document describes.

**Where to begin.** The messages are a JetStream stream called \`${eventStream.name}\`. To have everything, begin with its first message. To go on, keep the \`position\` of the last event that you have dealt with, together with what you made of it, and begin with the first message whose header \`${messageHeaders.position}\` is higher: positions only rise, so a binary search over the stream finds it. Do not keep the sequence number of the stream in its place: the stream can be deleted and made anew, and then counts from 1 again. That loses nothing; every event is published again from the first.

**Order.** Messages come in the order of their positions. A position may leave numbers out, so a jump by itself means nothing.

**Delivery is at least once.** The same event can come again: after a reconnection, or when the stream was made anew. Pass over every message whose position is not higher than the last that you dealt with. \`id\` is the same each time.

**Gaps.** The header \`${messageHeaders.previousPosition}\` names the position of the event before, 0 before the first. If it is higher than the position you have come to, something is missing: the bus acknowledges before it is on disk, and may lose messages with its power. Demarche itself reads what is missing from the record. A program outside reads the stream again from where it was, or asks over GraphQL for what changed; it never goes on as if nothing had happened.

**Versions.** \`dataschema\` names the type and the version of \`data\`. What was recorded stays as it was written: events of earlier versions stay in the stream beside newer ones, and each version has a message of its own below. Pass over fields that you do not know. Of a type or version that is not in this document you know that it is newer than it: stop there, and renew the document with \`demarche asyncapi\`.

**What is not here.** That views have changed is told by signals of another subject. Their form is an agreement among the parts of Demarche and may change with any release; over GraphQL the same is a subscription.

The examples tell of countries that do not exist.`;

export const channelDescription = `One subject for each event, so that a program can follow what it is about: \`${eventStream.subjects}\` is everything, \`demarche.engagement.>\` all that happens to engagements, \`demarche.*.PromiseMade.*\` every promise, \`demarche.*.*.XKD\` what is about Kaldara alone. Events about several countries do not carry their codes in the subject: whoever follows one country also follows \`many\` and looks into \`countries\`. A filter leaves messages out, so that \`${messageHeaders.previousPosition}\` no longer tells of gaps.`;
