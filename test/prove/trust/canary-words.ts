/** Canaries: a word of its own in every field of a record, and which of them may leave in which export. */
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { Confidentiality } from '../../../shared/api/values.ts';
import type { Say } from './record.ts';

/** Words that nothing else holds, by the place they stand in; asking again for a place gives its word again. */
export function canaries(): { readonly say: Say; readonly words: ReadonlyMap<string, string> } {
  const words = new Map<string, string>();
  const say = (place: string) => {
    const word = words.get(place) ?? `canary${String(words.size).padStart(3, '0')}q`;
    words.set(place, word);
    return /(?:url|website|href)$/.test(place) ? `https://${word}.example/` : word;
  };
  return { say, words };
}

/** What an export is of, and how far it may go. */
export type Kind =
  | { readonly of: 'resume' | 'record'; readonly clearance: Confidentiality }
  | { readonly of: 'match' | 'role' | 'track' | 'pack' | 'packWithEdits' | 'patch' }
  /** What is for nobody to read: logs, and what a window leaves behind. */
  | { readonly of: 'log' };

const order: readonly string[] = ['public', 'employer', 'confidential', 'private'] satisfies Confidentiality[];

/** Whether an export may hold the word of a place. */
export function mayHold(kind: Kind, place: string): boolean {
  const [group = '', field = ''] = place.split(/\.(.*)/s);
  const isWork = order.includes(group) || group === 'draft' || group === 'binned';
  // a role asks for competencies by name, and the role is not confidential
  const isAskedFor = /^role\d?$/.test(group) || (isWork && field === 'competency');
  switch (kind.of) {
    case 'log':
      return false;
    case 'resume':
    case 'record':
      if (isWork) return order.includes(group) && order.indexOf(group) <= order.indexOf(kind.clearance);
      return !['unsaved', 'import', 'ownEdit'].includes(group);
    case 'match':
      // it is shown to an employer
      return isAskedFor || place === 'profile.name' || (isWork && ['public', 'employer'].includes(group));
    case 'role':
      return isAskedFor;
    case 'track':
      return isAskedFor || place === 'profile.name';
    case 'pack':
      return isAskedFor || place === 'pack.name' || place === 'pack.author';
    case 'packWithEdits':
      // changed, it is the user's own, and says whose
      return group === 'ownEdit' || place === 'profile.name';
    case 'patch':
      // whoever suggests a change says who they are
      return place === 'ownEdit.mission' || place === 'profile.name';
  }
}

const utf16 = new TextDecoder('utf-16le');

/** Everything that can be read in the bytes of a file: as they are, as UTF-16, unpacked, and as PDF writes text. */
export function readable(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const parts = [buffer, ...unpackedPdf(buffer), ...unpackedZip(buffer)];
  return parts
    .flatMap((part) => {
      const text = part.toString('latin1');
      const hex = [...text.matchAll(/<([0-9a-fA-F\s]{8,})>/g)].map(([, digits = '']) =>
        Buffer.from(digits.replace(/\s/g, ''), 'hex'),
      );
      return [part, ...hex].flatMap((piece) => [
        piece.toString('latin1'),
        piece.toString('utf8'),
        // a decoder, since Buffer of Node 24 writes over its memory where such text begins at an odd place
        utf16.decode(piece),
        utf16.decode(piece.subarray(1)),
      ]);
    })
    .join('\n')
    .toLowerCase();
}

/** The streams of a PDF, inflated. */
function unpackedPdf(buffer: Buffer): Buffer[] {
  if (buffer.subarray(0, 5).toString('latin1') !== '%PDF-') return [];
  const streams: Buffer[] = [];
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const start = at + (buffer[at + 6] === 0x0d ? 8 : 7);
    try {
      streams.push(inflateSync(buffer.subarray(start), { finishFlush: 2 }));
    } catch {
      // the end of a stream, or one that is not packed and was read as it is
    }
  }
  return streams;
}

/** The entries of a zip, inflated. */
function unpackedZip(buffer: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  const header = Buffer.from('PK\x03\x04', 'latin1');
  for (let at = buffer.indexOf(header); at >= 0; at = buffer.indexOf(header, at + 4)) {
    const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
    try {
      entries.push(inflateRawSync(buffer.subarray(start), { finishFlush: 2 }));
    } catch {
      // an entry that is stored was read as it is
    }
  }
  return entries;
}
